using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>What officers do with a case.</summary>
public sealed partial class Feedback
{
    /// <summary>A person says what it is. Who was promised no date is promised one when the new kind needs it; a promise made is not moved.</summary>
    public void Classify(FeedbackKind kind, FeedbackField field, Terms? promise, string said, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        (Kind, Field) = (kind, field);
        if (DueAt is null && promise is not null)
        {
            Promise(promise);
        }
        Happened(CaseEventKind.Classified, now, isPublic: false, said, by, fromUnit: UnitId);
    }

    /// <summary>Gives it to another unit. The promise to the citizen runs on; the new unit has its own days to take it in hand.</summary>
    public void Forward(Guid toUnit, string reason, Guid by, DateTimeOffset now, Terms terms)
    {
        MustBeOpen();
        MustLead();
        MustNotBeAbout(toUnit);
        Clocks.Stop(now, ClockKind.Classify, ClockKind.Accept);
        Resume(now, terms.Calendar);
        StartClock(ClockKind.Accept, now, terms.Accept, terms.Calendar);
        Happened(CaseEventKind.Assigned, now, isPublic: true, reason, by, fromUnit: UnitId, toUnit: toUnit);
        (UnitId, OfficerId) = (toUnit, null);
        State = FeedbackState.Assigned;
    }

    /// <summary>An officer of the unit says: this one is mine.</summary>
    public void Take(Guid officer, DateTimeOffset now)
    {
        MustBeOpen();
        MustLead();
        MustHaveUnit();
        MustNotBeAboutPerson(officer);
        Happened(CaseEventKind.Taken, now, isPublic: false, by: officer, fromUnit: UnitId);
        OfficerId = officer;
        Clocks.Stop(now, ClockKind.Accept);
    }

    /// <summary>The rule that routed it names who has it by default; it still waits to be taken in hand.</summary>
    public void ExpectFrom(Guid officer) => OfficerId = officer;

    /// <summary>Somebody looked at who sent it. A look, not news: nobody's open form is overtaken by it.</summary>
    public void Reveal(Guid by, DateTimeOffset now) =>
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = CaseEventKind.Revealed, At = now, PersonId = by, FromUnitId = UnitId });

    public void Ask(string question, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustLead();
        MustHaveUnit();
        MustNotBeAboutPerson(by);
        Happened(CaseEventKind.Asked, now, isPublic: true, question, by, fromUnit: UnitId);
        OfficerId ??= by;
        Clocks.Stop(now, ClockKind.Accept);
        Pause(PauseReason.WaitingForCitizen, now);
        State = FeedbackState.Waiting;
    }

    public void Note(string text, Guid by, DateTimeOffset now) => Happened(CaseEventKind.Noted, now, isPublic: false, text, by, fromUnit: UnitId);

    public void Answer(string reply, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        MustLead();
        MustHaveUnit();
        MustNotBeAboutPerson(by);
        Happened(CaseEventKind.Answered, now, isPublic: true, reply, by, fromUnit: UnitId);
        OfficerId ??= by;
        Close(FeedbackState.Answered, now, calendar);
        AnsweredAt = now;
    }

    public void Decline(string reason, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        MustLead();
        Happened(CaseEventKind.Declined, now, isPublic: true, reason, by, fromUnit: UnitId);
        Close(FeedbackState.Declined, now, calendar);
    }

    /// <summary>Not ours: hands it to an outside body; still counted, and the citizen is told where it went.</summary>
    public void HandOver(Guid toOutsideUnit, string reason, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        MustLead();
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
        if (UnitId is { } had && IsBarredTo(had))
        {
            (UnitId, OfficerId) = (null, null);   // it was found to be about them meanwhile
        }
        Happened(CaseEventKind.CameBack, now, isPublic: true, reason, by, toUnit: UnitId);
        Resume(now, terms.Calendar);
        StartClock(UnitId is null ? ClockKind.Classify : ClockKind.Accept, now, UnitId is null ? terms.Classify : terms.Accept, terms.Calendar);
        State = UnitId is null ? FeedbackState.InTriage : FeedbackState.Assigned;
    }
}
