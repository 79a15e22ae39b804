using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>A unit that helps the lead unit with one case: what it is asked, by when, and what it contributed. Internal; the citizen hears the lead only.</summary>
public sealed class SupportingUnit : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public Guid UnitId { get; init; }

    /// <summary>The day its part is wanted; null where the case itself has none.</summary>
    public DateOnly? DueAt { get; set; }

    public string Question { get; set; } = "";

    /// <summary>Null: the routing table.</summary>
    public Guid? AskedBy { get; init; }

    public DateTimeOffset AskedAt { get; init; }
    public string Contribution { get; private set; } = "";
    public Guid? DoneBy { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Version { get; set; }

    public bool IsLate(DateOnly today) => DoneAt is null && DueAt < today;

    public void Contribute(string contribution, Guid by, DateTimeOffset now) => (Contribution, DoneBy, DoneAt) = (contribution, by, now);
}
