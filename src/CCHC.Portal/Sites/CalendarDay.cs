using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Sites;

/// <summary>A day taken out of the working calendar or put into it, with the decision it comes from.</summary>
public sealed class CalendarDay : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public DateOnly Date { get; init; }
    public CalendarDayKind Kind { get; set; }
    public string Name { get; set; } = "";
    public string Source { get; set; } = "";
    public bool IsConfirmed { get; set; }

    /// <summary>The part of the day that is worked, on a short day or a day worked to make up.</summary>
    public TimeOnly? OpensAt { get; set; }
    public TimeOnly? ClosesAt { get; set; }

    /// <summary>Written at the desk: the seeds leave it alone.</summary>
    public bool IsByHand { get; set; }

    public CalendarException AsException() => new(Date, Kind, Name, OpensAt, ClosesAt);
}
