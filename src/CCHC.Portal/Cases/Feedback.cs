using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>One report, recommendation or question, from the moment it is received to the day it is answered.</summary>
public sealed class Feedback : ISiteOwned, IVersioned
{
    public const string IdentityPurpose = "submitter";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required string ReferenceCode { get; init; }

    /// <summary>The keyed fingerprint of the look-up secret; the secret itself is never kept.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>The key of the form that sent it: the same form sent twice is one case.</summary>
    public required string IdempotencyKey { get; init; }

    public FeedbackKind Kind { get; private set; }
    public FeedbackField Field { get; private set; }
    public string Message { get; init; } = "";
    public string Place { get; init; } = "";
    public DateOnly? HappenedOn { get; init; }

    /// <summary>The submitter, encrypted; null when nothing was given.</summary>
    public byte[]? SubmitterBox { get; init; }

    public bool IdentityWithheld { get; init; }
    public bool WantsMail { get; init; }
    public bool MayPublish { get; init; }
    public string Culture { get; init; } = "vi";
    public IntakeChannel Channel { get; init; }

    /// <summary>Nobody proved to be a person: a human looks before it goes to a unit.</summary>
    public bool NeedsHumanCheck { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The day, in Vietnam, by which the citizen was promised an answer; null where none is due (praise, ideas).</summary>
    public DateOnly? DueAt { get; private set; }

    public FeedbackState State { get; private set; }
    public Guid? UnitId { get; private set; }
    public Guid? OfficerId { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; set; }
    public List<CaseEvent> Events { get; init; } = [];
    public List<Attachment> Attachments { get; init; } = [];

    public bool IsOpen => State is FeedbackState.InTriage or FeedbackState.Assigned or FeedbackState.Waiting;

    /// <summary>Takes a message in and gives it to the unit the routing table names; without one it waits for a person.</summary>
    public void Receive(FeedbackKind kind, FeedbackField field, Guid? unitId, DateOnly? dueAt)
    {
        Kind = kind;
        Field = field;
        DueAt = dueAt;
        ChangedAt = ReceivedAt;
        Happened(CaseEventKind.Received, ReceivedAt, isPublic: true);
        if (unitId is { } unit && !NeedsHumanCheck)
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

    /// <summary>A person says what it is. Who was promised no date is promised one when the new kind needs it; a promise made is not moved.</summary>
    public void Classify(FeedbackKind kind, FeedbackField field, DateOnly? dueAt, string said, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        (Kind, Field) = (kind, field);
        DueAt ??= dueAt;
        Happened(CaseEventKind.Classified, now, isPublic: false, said, by, fromUnit: UnitId);
    }

    public void Forward(Guid toUnit, string reason, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.Assigned, now, isPublic: true, reason, by, fromUnit: UnitId, toUnit: toUnit);
        UnitId = toUnit;
        OfficerId = null;
        State = FeedbackState.Assigned;
    }

    /// <summary>An officer of the unit says: this one is mine.</summary>
    public void Take(Guid officer, DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        Happened(CaseEventKind.Taken, now, isPublic: false, by: officer, fromUnit: UnitId);
        OfficerId = officer;
    }

    /// <summary>Somebody looked at who sent it. A look, not news: nobody's open form is overtaken by it.</summary>
    public void Reveal(Guid by, DateTimeOffset now) =>
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = CaseEventKind.Revealed, At = now, PersonId = by, FromUnitId = UnitId });

    /// <summary>Not ours: hands it to an outside body; still counted, and the citizen is told where it went.</summary>
    public void HandOver(Guid toOutsideUnit, string reason, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.HandedOver, now, isPublic: true, reason, by, fromUnit: UnitId, toUnit: toOutsideUnit);
        State = FeedbackState.Forwarded;
    }

    public void Ask(string question, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        Happened(CaseEventKind.Asked, now, isPublic: true, question, by, fromUnit: UnitId);
        OfficerId ??= by;
        State = FeedbackState.Waiting;
    }

    /// <summary>The submitter adds something; a case that waited for it goes on.</summary>
    public void Add(string information, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.Added, now, isPublic: true, information);
        if (State == FeedbackState.Waiting)
        {
            State = FeedbackState.Assigned;
        }
    }

    public void Note(string text, Guid by, DateTimeOffset now) => Happened(CaseEventKind.Noted, now, isPublic: false, text, by, fromUnit: UnitId);

    public void Answer(string reply, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        Happened(CaseEventKind.Answered, now, isPublic: true, reply, by, fromUnit: UnitId);
        OfficerId ??= by;
        State = FeedbackState.Answered;
        AnsweredAt = now;
    }

    public void Decline(string reason, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.Declined, now, isPublic: true, reason, by, fromUnit: UnitId);
        State = FeedbackState.Declined;
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"{ReferenceCode} is {State}: nothing more is done to it.");
        }
    }

    private void MustHaveUnit()
    {
        if (UnitId is null)
        {
            throw new InvalidOperationException($"{ReferenceCode} has no unit yet: triage comes first.");
        }
    }

    private void Happened(CaseEventKind kind, DateTimeOffset at, bool isPublic, string text = "", Guid? by = null, Guid? fromUnit = null, Guid? toUnit = null)
    {
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = kind, At = at, IsPublic = isPublic, Text = text, PersonId = by, FromUnitId = fromUnit, ToUnitId = toUnit });
        ChangedAt = at;
    }
}
