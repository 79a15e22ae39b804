using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>The promises of a case: wound when it is received, extended, recounted.</summary>
public sealed partial class Feedback
{
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
            Promise(terms);
        }
    }

    public void AskExtension(int days, string reason, Guid by, DateTimeOffset now)
    {
        MustBePromised(now);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        Happened(CaseEventKind.ExtensionAsked, now, isPublic: false, $"Thêm {days} ngày làm việc. Lý do: {reason}", by, fromUnit: UnitId);
        Clocks.Stop(now, ClockKind.Accept);
    }

    public void RefuseExtension(string note, Guid by, DateTimeOffset now) => Happened(CaseEventKind.ExtensionRefused, now, isPublic: false, note, by, fromUnit: UnitId);

    /// <summary>More time was granted; the citizen reads until when and why.</summary>
    public void ExtendDeadline(int days, string reason, Guid by, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBePromised(now);
        var (old, promise) = (DueAt!.Value, Clocks.Promise()!);
        var extended = CaseClock.Start(this, ClockKind.Extended, promise.StartedAt, promise.Days + days, calendar, promise.Pauses);
        promise.Resume(now, calendar);
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

    // A stop ends with the case: its days are given back before the promise is judged.
    private void Close(FeedbackState state, DateTimeOffset at, WorkingCalendar calendar)
    {
        Resume(at, calendar);
        Clocks.Stop(at);
        (State, PausedOn) = (state, null);
    }

    private void Promise(Terms terms)
    {
        StartClock(ClockKind.Answer, ReceivedAt, terms.For(Kind), terms.Calendar);
        FollowClocks();
    }

    private void FollowClocks()
    {
        if (Clocks.Promise() is { } promise)
        {
            (DueAt, PausedOn) = (promise.DueAt, promise.Pausing is { } pause ? VietnamTime.Day(pause.From) : null);
        }
    }

    /// <summary>The promise was missed: more time would only hide it.</summary>
    public bool IsMissed(DateTimeOffset now) => Clocks.Promise()?.IsLate(VietnamTime.Day(now)) == true;

    private void MustBePromised(DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        Must(DueAt is not null && Clocks.Promise() is { IsRunning: true }, "has no day it is due: there is nothing to extend");
        Must(!IsMissed(now), "was not answered by its day: a missed promise is not extended");
    }
}
