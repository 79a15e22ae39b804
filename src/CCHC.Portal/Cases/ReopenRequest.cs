using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>The sender is not content with the answer and asks again; once for a case.</summary>
public sealed class ReopenRequest : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Reason { get; init; }
    public Guid? FromUnitId { get; init; }
    public Guid? ToUnitId { get; init; }

    /// <summary>Opens the case again, with a promise of its own, at the unit the rule names; without one it is sorted again.</summary>
    public static ReopenRequest Ask(Feedback feedback, string reason, Guid? toUnit, DateTimeOffset now, Terms terms)
    {
        var from = feedback.UnitId;
        feedback.AskAgain(reason, toUnit, now, terms);
        return new ReopenRequest { SiteId = feedback.SiteId, FeedbackId = feedback.Id, At = now, Reason = reason, FromUnitId = from, ToUnitId = toUnit };
    }
}
