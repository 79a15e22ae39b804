namespace CCHC.Portal.Cases;

/// <summary>What the helping units bring to a case; the citizen hears the lead only.</summary>
public sealed partial class Feedback
{
    /// <summary>A unit that was asked gives its part, once.</summary>
    public void Contribute(SupportingUnit part, string text, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        Must(part.FeedbackId == Id && part.DoneAt is null, "does not wait for this part");
        part.Contribute(text, by, now);
        Happened(CaseEventKind.Contributed, now, isPublic: false, text, by, fromUnit: part.UnitId);
    }
}
