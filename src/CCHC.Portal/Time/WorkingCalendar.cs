namespace CCHC.Portal.Time;

/// <summary>Working days of a body: weekly hours, plus days taken out and days put in; all in Vietnam time.</summary>
public sealed class WorkingCalendar(IReadOnlyCollection<OpeningHours> hours, IReadOnlyCollection<CalendarException> exceptions)
{
    // The longest run of days off anybody has decreed is two weeks; a year without work is a wrong calendar.
    private const int LongestPause = 366;

    private readonly ILookup<DayOfWeek, OpeningHours> _week = hours.OrderBy(h => h.From).ToLookup(h => h.Day);
    private readonly OpeningHours[] _usualDay = UsualDay(hours);
    private readonly ILookup<DateOnly, CalendarException> _exceptions = exceptions.ToLookup(e => e.Date);

    public bool IsWorkingDay(DateOnly day) => HoursOn(day).Count > 0;

    /// <summary>The day something counts as received: that day before closing time, otherwise the next working day.</summary>
    public DateOnly FirstDay(DateTimeOffset receivedAt)
    {
        var day = VietnamTime.Day(receivedAt);
        var today = HoursOn(day);
        return today.Count > 0 && VietnamTime.Clock(receivedAt) < today.Max(h => h.To) ? day : NextWorkingDay(day);
    }

    /// <summary>The last day to answer; the day of receipt is not counted (BLDS Đ147).</summary>
    public DateOnly Due(DateTimeOffset receivedAt, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);

        var day = FirstDay(receivedAt);
        for (var counted = 0; counted < workingDays; counted++) day = NextWorkingDay(day);
        return day;
    }

    /// <summary>Working days after today up to and including the due day; negative when late.</summary>
    public int WorkingDaysLeft(DateOnly today, DateOnly due) =>
        today <= due ? WorkingDaysBetween(today, due) : -WorkingDaysBetween(due, today);

    public OpeningState At(DateTimeOffset now)
    {
        var day = VietnamTime.Day(now);
        var clock = VietnamTime.Clock(now);
        var today = HoursOn(day);

        if (today.Any(h => h.From <= clock && clock < h.To))
            return new OpeningState(true, VietnamTime.At(day, ClosingAfter(today, clock)), null, null);

        return new OpeningState(false, null, NextOpening(day, clock), TakenOut(day)?.Name);
    }

    private IReadOnlyCollection<OpeningHours> HoursOn(DateOnly day)
    {
        if (TakenOut(day) is not null) return [];
        return _exceptions[day].Any() ? _usualDay : [.. _week[day.DayOfWeek]];
    }

    private CalendarException? TakenOut(DateOnly day) =>
        _exceptions[day].FirstOrDefault(e => e.Kind != CalendarDayKind.MakeUpWork);

    private DateOnly NextWorkingDay(DateOnly day)
    {
        for (var ahead = 1; ahead <= LongestPause; ahead++)
            if (IsWorkingDay(day.AddDays(ahead))) return day.AddDays(ahead);

        throw new InvalidOperationException($"The calendar has no working day in the year after {day:O}.");
    }

    private int WorkingDaysBetween(DateOnly before, DateOnly last)
    {
        var count = 0;
        for (var day = before; day < last;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }

        return count;
    }

    private DateTimeOffset? NextOpening(DateOnly today, TimeOnly clock)
    {
        for (var ahead = 0; ahead <= LongestPause; ahead++)
        {
            var day = today.AddDays(ahead);
            if (HoursOn(day).FirstOrDefault(h => ahead > 0 || h.From > clock) is { } next)
                return VietnamTime.At(day, next.From);
        }

        return null;
    }

    // Stretches that touch (7:30–12:00, 12:00–17:00) are one to a visitor.
    private static TimeOnly ClosingAfter(IReadOnlyCollection<OpeningHours> today, TimeOnly clock)
    {
        foreach (var stretch in today)
            if (stretch.From <= clock && clock < stretch.To) clock = stretch.To;

        return clock;
    }

    // A day worked to make up has the hours that most days of the week have.
    private static OpeningHours[] UsualDay(IReadOnlyCollection<OpeningHours> hours) =>
        hours.GroupBy(h => h.Day)
            .OrderBy(day => ((int)day.Key + 6) % 7)   // Monday first
            .Select(day => day.OrderBy(h => h.From).ToArray())
            .GroupBy(day => string.Join(' ', day.Select(h => $"{h.From.Ticks}-{h.To.Ticks}")))
            .OrderByDescending(alike => alike.Count())
            .FirstOrDefault()?.First() ?? [];
}
