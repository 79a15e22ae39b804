using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases.Answers;

/// <summary>An answer an officer wrote that goes out only when the head of the unit approves it.</summary>
public sealed class ProposedAnswer : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public required string Letter { get; init; }
    public Guid WriterId { get; init; }
    public DateTimeOffset HandedInAt { get; init; }
    public ProposedState State { get; private set; }
    public Guid? DeciderId { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string Reason { get; private set; } = "";
    public int Version { get; set; }

    public static ProposedAnswer HandIn(Feedback feedback, string letter, Guid by, DateTimeOffset now)
    {
        feedback.HandInAnswer(letter, by, now);
        return new ProposedAnswer { SiteId = feedback.SiteId, FeedbackId = feedback.Id, Letter = letter, WriterId = by, HandedInAt = now };
    }

    /// <summary>The head lets it go out: the citizen reads it from now on.</summary>
    public void Approve(Feedback feedback, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        Decide(ProposedState.Sent, by, now);
        feedback.Answer(Letter, by, now, calendar);
    }

    public void Return(Feedback feedback, string reason, Guid by, DateTimeOffset now)
    {
        Decide(ProposedState.Returned, by, now);
        Reason = reason;
        feedback.ReturnAnswer(reason, by, now);
    }

    /// <summary>The writer wants it back before it was decided, or the case went another way.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (State == ProposedState.Waiting)
        {
            (State, DecidedAt) = (ProposedState.TakenBack, now);
        }
    }

    // Who wrote it never approves it, whatever roles they hold.
    private void Decide(ProposedState state, Guid by, DateTimeOffset now)
    {
        if (State != ProposedState.Waiting || by == WriterId)
        {
            throw new InvalidOperationException($"The answer is {State} and was written by {WriterId}: {by} does not decide it.");
        }
        (State, DeciderId, DecidedAt) = (state, by, now);
    }
}

/// <summary>Where a proposed answer stands.</summary>
public enum ProposedState { Waiting, Sent, Returned, TakenBack }
