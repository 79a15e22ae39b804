using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Whom a case is about: a unit, its head or one of its officers, as the sender said, an officer found or the text suggests.</summary>
public sealed class CaseAbout : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public Guid? UnitId { get; init; }
    public AboutPost Post { get; init; }

    /// <summary>Who was named, when the name is somebody's of the house.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The post or name as it was said.</summary>
    public string Name { get; init; } = "";

    public AboutSource Source { get; init; }
    public Guid? MarkedBy { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Found not to be so: nobody is kept from the case by this any more.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    public Guid? LiftedBy { get; private set; }

    public bool Stands => LiftedAt is null;

    internal void Lift(Guid by, DateTimeOffset now) => (LiftedAt, LiftedBy) = (now, by);
}

/// <summary>What of a unit a case is about.</summary>
public enum AboutPost { Unit, Head, Officer }

/// <summary>Who said whom a case is about.</summary>
public enum AboutSource { Sender, Officer, Text }

/// <summary>Whom a message is about, as it was said.</summary>
public sealed record AboutWhom(Guid? UnitId, AboutPost Post, string Name = "");
