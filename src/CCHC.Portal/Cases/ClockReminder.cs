using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>That a step of a promise was told; one row a clock, day and step, so that nobody is told twice.</summary>
public sealed class ClockReminder : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid ClockId { get; init; }
    public DateOnly DueAt { get; init; }
    public int Step { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>How many were told who stand above the unit that has the case; the citizen reads that those above know only when it is so.</summary>
    public int ToldAbove { get; init; }
}
