using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>One promise about a case: since when it runs, for how many working days, until which day, and when it was kept.</summary>
public sealed class CaseClock : ISiteOwned
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public ClockKind Kind { get; init; }

    /// <summary>From when the days are counted; an extended answer counts from the receipt, like the answer it extends.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public int Days { get; init; }
    public DateOnly DueAt { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }
    public string PausesJson { get; private set; } = "[]";

    public IReadOnlyList<ClockPause> Pauses
    {
        get => JsonSerializer.Deserialize<List<ClockPause>>(PausesJson, Written)!;
        private set => PausesJson = JsonSerializer.Serialize(value, Written);
    }

    /// <summary>A promise to the citizen, not one among colleagues.</summary>
    public bool IsPromise => Kind is ClockKind.Answer or ClockKind.Extended;

    public bool IsRunning => StoppedAt is null;

    /// <summary>How a stop that lasts is written among <see cref="PausesJson"/>, for questions to the database.</summary>
    public const string OpenPause = "\"until\":null";

    /// <summary>The stop the clock is in now; null while it runs.</summary>
    public ClockPause? Pausing => Pauses.LastOrDefault() is { Until: null } open ? open : null;

    public static CaseClock Start(Feedback feedback, ClockKind kind, DateTimeOffset at, int days, WorkingCalendar calendar, IReadOnlyList<ClockPause>? pauses = null)
    {
        var clock = new CaseClock { SiteId = feedback.SiteId, FeedbackId = feedback.Id, Kind = kind, StartedAt = at, Days = days, Pauses = pauses ?? [] };
        clock.Recount(calendar);
        return clock;
    }

    public void Stop(DateTimeOffset at)
    {
        if (Pausing is { } open)
        {
            Pauses = [.. Pauses.SkipLast(1), open with { Until = at }];
        }
        StoppedAt ??= at;
    }

    /// <summary>Stands still; a stop that lasts already goes on.</summary>
    public void Pause(PauseReason reason, DateTimeOffset at) => Pauses = Pausing is null ? [.. Pauses, new ClockPause(reason, at, null)] : Pauses;

    public void Resume(DateTimeOffset at, WorkingCalendar calendar)
    {
        if (Pausing is { } open)
        {
            Pauses = [.. Pauses.SkipLast(1), open with { Until = at }];
            Recount(calendar);
        }
    }

    /// <summary>The day the calendar gives: what <see cref="DueAt"/> must be.</summary>
    public DateOnly Counted(WorkingCalendar calendar) => calendar.Due(StartedAt, Days, Ended);

    public void Recount(WorkingCalendar calendar) => DueAt = Counted(calendar);

    /// <summary>Working days that the stops took from it, the present one counted until now.</summary>
    public int PausedDays(WorkingCalendar calendar, DateTimeOffset now) =>
        Pauses.Sum(pause => calendar.PausedDays(new PausedSpan(pause.From, pause.Until ?? now)));

    /// <summary>Missed: a promise ends at 24:00 of its last day, whether or not the next one is worked on (BLDS Đ148).</summary>
    public bool IsLate(DateOnly today) => Last(today) > DueAt;

    /// <summary>Working days beyond the due day, at its stop or today, those it stood still left out; a day off that has begun is the first. 0 when in time.</summary>
    public int LateBy(WorkingCalendar calendar, DateOnly today) => IsLate(today) ? Math.Max(1, calendar.Counted(DueAt, Last(today), Ended)) : 0;

    private IReadOnlyCollection<PausedSpan> Ended => [.. Pauses.Where(pause => pause.Until is not null).Select(pause => new PausedSpan(pause.From, pause.Until!.Value))];

    // The day it is judged by: when it stopped, since when it stands still, or today.
    private DateOnly Last(DateOnly today) => StoppedAt is { } stopped ? VietnamTime.Day(stopped) : Pausing is { } open ? VietnamTime.Day(open.From) : today;
}

/// <summary>A stop of a clock, for one of the listed reasons; without an end while it lasts.</summary>
public sealed record ClockPause(PauseReason Reason, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>What is promised: to sort it, to take it in hand, to answer, to answer by a later day that was granted.</summary>
public enum ClockKind { Classify, Accept, Answer, Extended }

/// <summary>The only reasons for which a clock stands still.</summary>
public enum PauseReason { WaitingForCitizen, Transferred }
