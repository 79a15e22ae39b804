using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>What the sender does with a case of their own.</summary>
public sealed partial class Feedback
{
    /// <summary>The submitter adds something; a case that waited for it goes on.</summary>
    public void Add(string information, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        Happened(CaseEventKind.Added, now, isPublic: true, information);
        if (State == FeedbackState.Waiting)
        {
            Resume(now, calendar);
            State = FeedbackState.Assigned;
        }
    }
}
