using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>More time for an answer: asked by an officer with a reason, granted or refused by the head of the unit.</summary>
public sealed class Extension : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }

    /// <summary>How many working days more.</summary>
    public int Days { get; init; }

    public required string Reason { get; init; }

    /// <summary>The same reason as the promise board counts it.</summary>
    public ExtensionGround Ground { get; init; }

    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateOnly OldDueAt { get; init; }
    public ExtensionState State { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateOnly? NewDueAt { get; private set; }
    public string Note { get; private set; } = "";
    public int Version { get; set; }

    public static Extension Ask(Feedback feedback, int days, string reason, Guid by, DateTimeOffset now, ExtensionGround ground = ExtensionGround.Other)
    {
        feedback.AskExtension(days, reason, by, now);
        return new Extension { SiteId = feedback.SiteId, FeedbackId = feedback.Id, Days = days, Reason = reason, Ground = ground, AskedBy = by, AskedAt = now, OldDueAt = feedback.DueAt!.Value };
    }

    public void Grant(Feedback feedback, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        Decide(ExtensionState.Granted, by, now);
        feedback.ExtendDeadline(Days, Reason, by, now, calendar);
        NewDueAt = feedback.DueAt;
    }

    public void Refuse(Feedback feedback, string note, Guid by, DateTimeOffset now)
    {
        Decide(ExtensionState.Refused, by, now);
        Note = note;
        feedback.RefuseExtension(note, by, now);
    }

    /// <summary>The case went another way before anybody decided.</summary>
    public void Lapse(DateTimeOffset now)
    {
        if (State == ExtensionState.Asked)
        {
            (State, DecidedAt) = (ExtensionState.Lapsed, now);
        }
    }

    // Nobody grants what they asked for themselves.
    private void Decide(ExtensionState state, Guid by, DateTimeOffset now)
    {
        if (State != ExtensionState.Asked || by == AskedBy)
        {
            throw new InvalidOperationException($"The extension is {State} and was asked by {AskedBy}: {by} does not decide it.");
        }
        (State, DecidedBy, DecidedAt) = (state, by, now);
    }
}

/// <summary>Where an extension stands.</summary>
public enum ExtensionState { Asked, Granted, Refused, Lapsed }
