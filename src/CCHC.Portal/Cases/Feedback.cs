using CCHC.Portal.Channels;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>One report, recommendation or question, from the moment it is received to the day it is answered.</summary>
public sealed partial class Feedback : ISiteOwned, IVersioned
{
    public const string IdentityPurpose = "submitter";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required string ReferenceCode { get; init; }

    /// <summary>The keyed fingerprint of the look-up secret; the secret itself is never kept.</summary>
    public required byte[] SecretHash { get => secretHash; init => secretHash = value; }

    /// <summary>The key of the form that sent it: the same form sent twice is one case.</summary>
    public required string IdempotencyKey { get; init; }

    public FeedbackKind Kind { get; private set; }
    public FeedbackField Field { get; private set; }
    private string message = "";

    /// <summary>What was sent; covered where somebody covered words of it.</summary>
    public string Message { get => message; init => message = value; }
    public string Place { get => place; init => place = value; }

    /// <summary>Tags, separated by spaces.</summary>
    public string Tags { get; init; } = "";

    public DateOnly? HappenedOn { get => happenedOn; init => happenedOn = value; }

    /// <summary>The submitter, encrypted; null when nothing was given.</summary>
    public byte[]? SubmitterBox { get => submitterBox; init => submitterBox = value; }

    public bool IdentityWithheld { get; init; }
    public bool WantsMail { get => wantsMail; init => wantsMail = value; }

    /// <summary>By text message too, and which way; null when not.</summary>
    public TextWay? TextBy { get => textBy; init => textBy = value; }

    public bool MayPublish { get => mayPublish; init => mayPublish = value; }
    public string Culture { get; init; } = "vi";
    public IntakeChannel Channel { get; init; }

    /// <summary>The member of staff who wrote it down for the sender; null when they sent it themselves.</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>Nobody proved to be a person: a human looks before it goes to a unit.</summary>
    public bool NeedsHumanCheck { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The day, in Vietnam, by which the citizen was promised an answer; null where none is due (praise, ideas).</summary>
    public DateOnly? DueAt { get; private set; }

    /// <summary>Since which day the promise stands still; null while it runs.</summary>
    public DateOnly? PausedOn { get; private set; }

    public FeedbackState State { get; private set; }
    public Guid? UnitId { get; private set; }
    public Guid? OfficerId { get; private set; }
    /// <summary>The case of the same matter that is worked on for both; this one keeps its code, its sender and its promise.</summary>
    public Guid? MergedIntoId { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; set; }
    public List<CaseEvent> Events { get; init; } = [];
    public List<Attachment> Attachments { get; init; } = [];

    /// <summary>The promises; always read together with the case.</summary>
    public List<CaseClock> Clocks { get; init; } = [];

    public bool IsOpen => State is FeedbackState.InTriage or FeedbackState.Assigned or FeedbackState.Waiting;

    /// <summary>Takes a message in and gives it to the unit the routing table names; without one it waits for a person.</summary>
    public void Receive(FeedbackKind kind, FeedbackField field, Guid? unitId, DateOnly? dueAt)
    {
        Kind = kind;
        Field = field;
        DueAt = dueAt;
        ChangedAt = ReceivedAt;
        Happened(CaseEventKind.Received, ReceivedAt, isPublic: true);
        // What is about somebody of the house does not wait where they would read it.
        if (unitId is { } unit && (!NeedsHumanCheck || IsBarred))
        {
            UnitId = unit;
            State = FeedbackState.Assigned;
            // A moment later, so that the history keeps its order.
            Happened(CaseEventKind.Assigned, ReceivedAt.AddMilliseconds(1), isPublic: true, toUnit: unit);
        }
        else
        {
            State = FeedbackState.InTriage;
        }
    }

    private void MustBeOpen() => Must(IsOpen, $"is {State}: nothing more is done to it");
    private void MustHaveUnit() => Must(UnitId is not null, "has no unit yet: triage comes first");

    private void Must(bool holds, string why)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{ReferenceCode} {why}.");
        }
    }

    private void Happened(CaseEventKind kind, DateTimeOffset at, bool isPublic, string text = "", Guid? by = null, Guid? fromUnit = null, Guid? toUnit = null, Guid? toPerson = null)
    {
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = kind, At = at, IsPublic = isPublic, Text = text, PersonId = by, FromUnitId = fromUnit, ToUnitId = toUnit, ToPersonId = toPerson });
        ChangedAt = at;
    }
}
