using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>What becomes of an idea: taken up or not, and why (F11).</summary>
public sealed partial class Feedback
{
    public void DecideIdea(bool accepted, string reason, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        MustLead();
        MustHaveUnit();
        Must(Kind == FeedbackKind.Idea, $"is a {Kind}: only ideas are taken up or not");
        Happened(accepted ? CaseEventKind.IdeaAccepted : CaseEventKind.IdeaDeclined, now, isPublic: true, reason, by, fromUnit: UnitId);
        OfficerId ??= by;
        Close(FeedbackState.Answered, now, calendar);
        AnsweredAt = now;
    }

    /// <summary>What the sender was told in the end, in whatever form it was said.</summary>
    public static bool IsReply(CaseEventKind kind) => kind is CaseEventKind.Answered or CaseEventKind.IdeaAccepted or CaseEventKind.IdeaDeclined;
}
