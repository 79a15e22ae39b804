namespace CCHC.Portal.Time;

/// <summary>Working days of a body: weekly hours, plus days taken out and days put in; all in Vietnam time.</summary>
public sealed class WorkingCalendar(IReadOnlyCollection<OpeningHours> hours, IReadOnlyCollection<CalendarException> exceptions)
{
    // The longest run of days off anybody has decreed is two weeks; a year without work is a wrong calendar.
    private const int LongestPause = 366;

    private readonly OpeningHours[][] _week =
        [.. Enum.GetValues<DayOfWeek>().Select(day => hours.Where(h => h.Day == day).OrderBy(h => h.From).ToArray())];

    private readonly OpeningHours[] _usualDay = UsualDay(hours);
    private readonly Dictionary<DateOnly, CalendarException> _exceptions = exceptions
        .Where(e => e.Kind != CalendarDayKind.Ordinary).OrderByDescending(IsOff).DistinctBy(e => e.Date).ToDictionary(e => e.Date);

    public bool IsWorkingDay(DateOnly day) => HoursOn(day).Count > 0;

    /// <summary>The day something counts as received: that day before closing time, otherwise the next working day.</summary>
    public DateOnly FirstDay(DateTimeOffset receivedAt)
    {
        var day = VietnamTime.Day(receivedAt);
        var today = HoursOn(day);
        return today.Count > 0 && VietnamTime.Clock(receivedAt) < today.Max(h => h.To) ? day : NextWorkingDay(day);
    }

    /// <summary>The last day to answer; the day of receipt is not counted (BLDS Đ147).</summary>
    public DateOnly Due(DateTimeOffset receivedAt, int workingDays) => Due(receivedAt, workingDays, []);

    /// <summary>The same for a clock that stood still meanwhile: neither the days after its stopping nor the day of its going on are counted.</summary>
    public DateOnly Due(DateTimeOffset receivedAt, int workingDays, IReadOnlyCollection<PausedSpan> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);

        var still = Still(pauses);
        var day = FirstDay(receivedAt);
        for (var counted = 0; counted < workingDays;)
        {
            day = NextWorkingDay(day);
            if (!IsStill(still, day)) counted++;
        }

        // A stop that began on the last day: what was left of that day is given on the day the clock goes on.
        while (Array.Exists(still, span => span.After <= day && day < span.Through)) day = still.Where(span => span.After <= day).Max(span => span.Through);
        return day;
    }

    /// <summary>Working days after a day, through another, on which the clock did not stand still.</summary>
    public int Counted(DateOnly after, DateOnly through, IReadOnlyCollection<PausedSpan> pauses)
    {
        var (still, count) = (Still(pauses), 0);
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
            if (IsWorkingDay(day) && !IsStill(still, day)) count++;

        return count;
    }

    /// <summary>How many working days a stop took from the clock.</summary>
    public int PausedDays(PausedSpan pause) => VietnamTime.Day(pause.From) is var from && FirstDay(pause.Until) is var through && through > from
        ? WorkingDaysBetween(from, through)
        : 0;

    /// <summary>The day that many working days after this one.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
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

    /// <summary>The stretches worked on that day; none on a day off.</summary>
    public IReadOnlyCollection<OpeningHours> HoursOn(DateOnly day)
    {
        var usual = _week[(int)day.DayOfWeek];
        if (!_exceptions.TryGetValue(day, out var special)) return usual;
        if (IsOff(special)) return [];
        return Within(special, usual.Length == 0 || special.Kind == CalendarDayKind.MakeUpWork ? _usualDay : usual);
    }

    private CalendarException? TakenOut(DateOnly day) => _exceptions.TryGetValue(day, out var special) && IsOff(special) ? special : null;

    private static bool IsOff(CalendarException day) => day.Kind is CalendarDayKind.Holiday or CalendarDayKind.LieuOff;

    // The day's own hours cut to the part that is worked; hours outside them all are taken as they are said.
    private static OpeningHours[] Within(CalendarException special, OpeningHours[] hours)
    {
        var (from, to) = (special.From ?? TimeOnly.MinValue, special.To ?? TimeOnly.MaxValue);
        OpeningHours[] part = [.. hours.Where(h => h.From < to && from < h.To)
            .Select(h => h with { Day = special.Date.DayOfWeek, From = h.From < from ? from : h.From, To = h.To > to ? to : h.To })];
        return part.Length == 0 && special is { From: { } opens, To: { } closes } ? [new OpeningHours(special.Date.DayOfWeek, opens, closes)] : part;
    }

    // The day a stop begins is counted, the day the clock goes on is not.
    private (DateOnly After, DateOnly Through)[] Still(IReadOnlyCollection<PausedSpan> pauses) => [.. pauses.Select(pause => (VietnamTime.Day(pause.From), FirstDay(pause.Until)))];

    private static bool IsStill((DateOnly After, DateOnly Through)[] still, DateOnly day) => Array.Exists(still, span => day > span.After && day <= span.Through);

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
