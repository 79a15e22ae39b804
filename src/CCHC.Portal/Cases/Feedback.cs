using CCHC.Portal.Storage;
using CCHC.Portal.Time;

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

    /// <summary>Tags, separated by spaces.</summary>
    public string Tags { get; init; } = "";

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

    /// <summary>Since which day the promise stands still; null while it runs.</summary>
    public DateOnly? PausedOn { get; private set; }

    public FeedbackState State { get; private set; }
    public Guid? UnitId { get; private set; }
    public Guid? OfficerId { get; private set; }
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
    public void Classify(FeedbackKind kind, FeedbackField field, DateOnly? dueAt, string said, Guid by, DateTimeOffset now, Terms terms)
    {
        MustBeOpen();
        (Kind, Field) = (kind, field);
        if (DueAt is null && dueAt is not null)
        {
            StartClock(ClockKind.Answer, ReceivedAt, terms.Answer, terms.Calendar);
            FollowClocks();
        }
        Happened(CaseEventKind.Classified, now, isPublic: false, said, by, fromUnit: UnitId);
    }

    /// <summary>Winds the clocks of a case just received: to sort it, to take it in hand, to answer it.</summary>
    public void StartClocks(Terms terms)
    {
        StartClock(ClockKind.Classify, ReceivedAt, terms.Classify, terms.Calendar);
        if (UnitId is not null)
        {
            Clocks.Stop(ReceivedAt);
            StartClock(ClockKind.Accept, ReceivedAt, terms.Accept, terms.Calendar);
        }
        if (DueAt is not null)
        {
            StartClock(ClockKind.Answer, ReceivedAt, terms.Answer, terms.Calendar);
            FollowClocks();
        }
    }

    /// <summary>Gives it to another unit. The promise to the citizen runs on; the new unit has its own days to take it in hand.</summary>
    public void Forward(Guid toUnit, string reason, Guid by, DateTimeOffset now, Terms terms)
    {
        MustBeOpen();
        Clocks.Stop(now, ClockKind.Classify, ClockKind.Accept);
        Resume(now, terms.Calendar);
        StartClock(ClockKind.Accept, now, terms.Accept, terms.Calendar);
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
        Clocks.Stop(now, ClockKind.Accept);
    }

    /// <summary>The rule that routed it names who has it by default; it still waits to be taken in hand.</summary>
    public void ExpectFrom(Guid officer) => OfficerId = officer;

    /// <summary>Somebody looked at who sent it. A look, not news: nobody's open form is overtaken by it.</summary>
    public void Reveal(Guid by, DateTimeOffset now) =>
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = CaseEventKind.Revealed, At = now, PersonId = by, FromUnitId = UnitId });

    /// <summary>Not ours: hands it to an outside body; still counted, and the citizen is told where it went.</summary>
    public void HandOver(Guid toOutsideUnit, string reason, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        Happened(CaseEventKind.HandedOver, now, isPublic: true, reason, by, fromUnit: UnitId, toUnit: toOutsideUnit);
        Clocks.Stop(now, ClockKind.Classify, ClockKind.Accept);
        Resume(now, calendar);   // a stop for another reason ends here
        Pause(PauseReason.Transferred, now);
        State = FeedbackState.Forwarded;
    }

    /// <summary>The outside body gives it back: the promise goes on where it stood still.</summary>
    public void ComeBack(string reason, Guid by, DateTimeOffset now, Terms terms)
    {
        if (State != FeedbackState.Forwarded)
        {
            throw new InvalidOperationException($"{ReferenceCode} is {State}: it was not handed over.");
        }
        Happened(CaseEventKind.CameBack, now, isPublic: true, reason, by, toUnit: UnitId);
        Resume(now, terms.Calendar);
        StartClock(UnitId is null ? ClockKind.Classify : ClockKind.Accept, now, UnitId is null ? terms.Classify : terms.Accept, terms.Calendar);
        State = UnitId is null ? FeedbackState.InTriage : FeedbackState.Assigned;
    }

    public void Ask(string question, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        Happened(CaseEventKind.Asked, now, isPublic: true, question, by, fromUnit: UnitId);
        OfficerId ??= by;
        Clocks.Stop(now, ClockKind.Accept);
        Pause(PauseReason.WaitingForCitizen, now);
        State = FeedbackState.Waiting;
    }

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

    public void Note(string text, Guid by, DateTimeOffset now) => Happened(CaseEventKind.Noted, now, isPublic: false, text, by, fromUnit: UnitId);

    public void Answer(string reply, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        Happened(CaseEventKind.Answered, now, isPublic: true, reply, by, fromUnit: UnitId);
        OfficerId ??= by;
        Close(FeedbackState.Answered, now);
        AnsweredAt = now;
    }

    public void Decline(string reason, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.Declined, now, isPublic: true, reason, by, fromUnit: UnitId);
        Close(FeedbackState.Declined, now);
    }

    public void AskExtension(int days, string reason, Guid by, DateTimeOffset now)
    {
        MustBePromised();
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        Happened(CaseEventKind.ExtensionAsked, now, isPublic: false, $"Thêm {days} ngày làm việc. Lý do: {reason}", by, fromUnit: UnitId);
        Clocks.Stop(now, ClockKind.Accept);
    }

    public void RefuseExtension(string note, Guid by, DateTimeOffset now) => Happened(CaseEventKind.ExtensionRefused, now, isPublic: false, note, by, fromUnit: UnitId);

    /// <summary>More time was granted; the citizen reads until when and why.</summary>
    public void ExtendDeadline(int days, string reason, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBePromised();
        var (old, promise) = (DueAt!.Value, Clocks.Promise()!);
        var extended = CaseClock.Start(this, ClockKind.Extended, promise.StartedAt, promise.Days + days, calendar, promise.Pauses);
        promise.Stop(now);
        Clocks.Add(extended);
        FollowClocks();
        Happened(CaseEventKind.Extended, now, isPublic: true, $"Hạn cũ {VietnamTime.ShortDate(old)}, hạn mới {VietnamTime.ShortDate(DueAt!.Value)}. Lý do: {reason}", by, fromUnit: UnitId);
    }

    /// <summary>The calendar changed: counts what still runs anew and says what moved. Nothing is said when nothing did.</summary>
    public bool Recount(WorkingCalendar calendar, string because, Guid? by, DateTimeOffset now)
    {
        var before = (DueAt, PausedOn);
        var moved = Clocks.Recount(calendar);
        foreach (var (clock, old) in moved)
        {
            Happened(CaseEventKind.Rescheduled, now, clock.IsPromise, $"{clock.Kind.Words()}: hạn cũ {VietnamTime.ShortDate(old)}, hạn mới {VietnamTime.ShortDate(clock.DueAt)}. Lý do: {because}", by, fromUnit: UnitId);
        }
        FollowClocks();
        return moved.Count > 0 || before != (DueAt, PausedOn);
    }

    private void StartClock(ClockKind kind, DateTimeOffset at, int days, WorkingCalendar calendar) => Clocks.Add(CaseClock.Start(this, kind, at, days, calendar));

    private void Pause(PauseReason reason, DateTimeOffset at)
    {
        Clocks.Pause(reason, at);
        FollowClocks();
    }

    private void Resume(DateTimeOffset at, WorkingCalendar calendar)
    {
        Clocks.Resume(at, calendar);
        FollowClocks();
    }

    private void Close(FeedbackState state, DateTimeOffset at)
    {
        Clocks.Stop(at);
        State = state;
        PausedOn = null;
    }

    private void FollowClocks()
    {
        if (Clocks.Promise() is { } promise)
        {
            DueAt = promise.DueAt;
            PausedOn = promise.Pausing is { } pause ? VietnamTime.Day(pause.From) : null;
        }
    }

    private void MustBePromised()
    {
        MustBeOpen();
        MustHaveUnit();
        Must(DueAt is not null && Clocks.Promise() is { IsRunning: true }, "has no day it is due: there is nothing to extend.");
    }

    private void MustBeOpen() => Must(IsOpen, $"is {State}: nothing more is done to it.");

    private void MustHaveUnit() => Must(UnitId is not null, "has no unit yet: triage comes first.");

    private void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{ReferenceCode} {otherwise}");
        }
    }

    private void Happened(CaseEventKind kind, DateTimeOffset at, bool isPublic, string text = "", Guid? by = null, Guid? fromUnit = null, Guid? toUnit = null)
    {
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = kind, At = at, IsPublic = isPublic, Text = text, PersonId = by, FromUnitId = fromUnit, ToUnitId = toUnit });
        ChangedAt = at;
    }
}
