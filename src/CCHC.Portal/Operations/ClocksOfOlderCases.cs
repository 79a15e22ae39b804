using CCHC.Portal.Cases;

namespace CCHC.Portal.Operations;

/// <summary>Winds the clocks of a case that was received before there were any.</summary>
public static class ClocksOfOlderCases
{
    public static void Wind(Feedback feedback, Terms terms)
    {
        feedback.StartClocks(terms);
        var at = feedback.ChangedAt;
        if (feedback.State is FeedbackState.Answered or FeedbackState.Declined)
        {
            feedback.Clocks.Stop(feedback.AnsweredAt ?? at);
        }
        else if (feedback.State is FeedbackState.Waiting or FeedbackState.Forwarded)
        {
            feedback.Clocks.Stop(at, ClockKind.Classify, ClockKind.Accept);
            feedback.Clocks.Pause(feedback.State == FeedbackState.Waiting ? PauseReason.WaitingForCitizen : PauseReason.Transferred, at);
        }
        else if (feedback.OfficerId is not null)
        {
            feedback.Clocks.Stop(at, ClockKind.Accept);
        }
        feedback.Recount(terms.Calendar, "", null, at);
    }
}
