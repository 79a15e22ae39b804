namespace CCHC.Portal.Cases;

/// <summary>Where a case stands.</summary>
public enum FeedbackState
{
    /// <summary>Waiting for a person to decide whose it is.</summary>
    InTriage,

    /// <summary>With the responsible unit.</summary>
    Assigned,

    /// <summary>The unit asked the submitter something.</summary>
    Waiting,

    Answered,

    /// <summary>Handed to a body outside, and counted all the same.</summary>
    Forwarded,

    Declined,

    /// <summary>Taken back by who sent it; its codes open nothing any more.</summary>
    Withdrawn,
}
