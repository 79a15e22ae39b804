using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>The sender is not content with the answer and asks again; once for a case.</summary>
public sealed class ReopenRequest : ISiteOwned
{
    private string reason = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Reason { get => reason; init => reason = value; }
    public Guid? FromUnitId { get; init; }
    public Guid? ToUnitId { get; init; }

    /// <summary>Covers words of the reason; what stood there is kept with the history.</summary>
    public void Cover(IReadOnlyCollection<string> words) => reason = Redacting.Cover.Over(reason, words);

    /// <summary>Opens the case again, with a promise of its own, at the unit the rule names; without one it is sorted again.</summary>
    public static ReopenRequest Ask(Feedback feedback, string reason, Guid? toUnit, DateTimeOffset now, Terms terms)
    {
        var from = feedback.UnitId;
        feedback.AskAgain(reason, toUnit, now, terms);
        return new ReopenRequest { SiteId = feedback.SiteId, FeedbackId = feedback.Id, At = now, Reason = reason, FromUnitId = from, ToUnitId = toUnit };
    }
}
