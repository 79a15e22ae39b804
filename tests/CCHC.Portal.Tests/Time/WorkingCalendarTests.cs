using CCHC.Portal.Time;
using CsCheck;

namespace CCHC.Portal.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(Week(), Days2026());

    private static readonly Gen<DateTimeOffset> Instants =
        Gen.Int[0, 500 * 24 * 60].Select(minutes => new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Theory]   // regulation.md §9
    [InlineData("2026-02-13", "2026-03-06")]
    [InlineData("2026-04-22", "2026-05-11")]
    [InlineData("2026-11-20", "2026-12-07")]
    [InlineData("2026-08-17", "2026-08-28")]
    public void Due_after_ten_working_days_follows_the_decreed_calendar(string received, string due)
    {
        Assert.Equal(DateOnly.Parse(due), Calendar.Due(At(received, "09:00"), 10));
    }

    [Fact]
    public void Due_is_the_same_when_the_proposed_swap_in_november_is_decreed()
    {
        var swapped = new WorkingCalendar(Week(),
            [.. Days2026(), Day("2026-11-23", CalendarDayKind.LieuOff), Day("2026-11-28", CalendarDayKind.MakeUpWork)]);

        Assert.Equal(new DateOnly(2026, 12, 7), swapped.Due(At("2026-11-20", "09:00"), 10));
    }

    [Theory]
    [InlineData("2026-03-04", "06:00", "2026-03-04")]   // before opening
    [InlineData("2026-03-04", "12:00", "2026-03-04")]   // at lunch
    [InlineData("2026-03-04", "16:59", "2026-03-04")]
    [InlineData("2026-03-04", "17:00", "2026-03-05")]
    [InlineData("2026-03-06", "23:30", "2026-03-09")]   // Friday night
    [InlineData("2026-03-07", "09:00", "2026-03-09")]   // Saturday
    [InlineData("2026-08-22", "09:00", "2026-08-22")]   // a Saturday worked to make up
    [InlineData("2026-02-14", "09:00", "2026-02-23")]   // into Tết
    public void What_comes_after_hours_counts_as_received_on_the_next_working_day(string day, string clock, string first)
    {
        Assert.Equal(DateOnly.Parse(first), Calendar.FirstDay(At(day, clock)));
    }

    [Fact]
    public void The_day_of_receipt_is_the_day_in_Viet_Nam()
    {
        var lateEveningInLondon = new DateTimeOffset(2026, 3, 3, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 3, 4), Calendar.FirstDay(lateEveningInLondon));
    }

    [Fact]
    public void Due_is_always_a_working_day_after_the_first()
    {
        Gen.Select(Instants, Gen.Int[1, 60]).Sample((at, days) =>
        {
            var due = Calendar.Due(at, days);
            return Calendar.IsWorkingDay(due) && due > Calendar.FirstDay(at);
        });
    }

    [Fact]
    public void Due_never_comes_earlier_for_more_days_or_a_later_receipt()
    {
        Gen.Select(Instants, Instants, Gen.Int[1, 60]).Sample((a, b, days) =>
        {
            var (earlier, later) = a <= b ? (a, b) : (b, a);
            return Calendar.Due(earlier, days) <= Calendar.Due(later, days)
                && Calendar.Due(earlier, days) < Calendar.Due(earlier, days + 1);
        });
    }

    [Fact]
    public void Due_counts_exactly_the_days_that_are_worked()
    {
        var taken = Days2026().Where(d => d.Kind != CalendarDayKind.MakeUpWork).Select(d => d.Date).ToHashSet();

        Gen.Select(Instants, Gen.Int[1, 60]).Sample((at, days) =>
        {
            var first = Calendar.FirstDay(at);
            var due = Calendar.Due(at, days);
            return !taken.Contains(due) && Calendar.WorkingDaysLeft(first, due) == days;
        });
    }

    [Theory]
    [InlineData("2026-03-04", "2026-03-04", 0)]
    [InlineData("2026-03-04", "2026-03-06", 2)]
    [InlineData("2026-03-06", "2026-03-09", 1)]
    [InlineData("2026-03-10", "2026-03-06", -2)]
    [InlineData("2026-02-13", "2026-02-23", 1)]
    public void Working_days_left_skip_days_off_and_go_below_zero_when_late(string today, string due, int left)
    {
        Assert.Equal(left, Calendar.WorkingDaysLeft(DateOnly.Parse(today), DateOnly.Parse(due)));
    }

    [Fact]
    public void Due_refuses_no_days_and_a_calendar_without_work()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Due(At("2026-03-04", "09:00"), 0));
        Assert.Throws<InvalidOperationException>(() => new WorkingCalendar([], []).Due(At("2026-03-04", "09:00"), 1));
    }

    internal static DateTimeOffset At(string day, string clock) => VietnamTime.At(DateOnly.Parse(day), TimeOnly.Parse(clock));

    internal static CalendarException Day(string day, CalendarDayKind kind, string name = "") => new(DateOnly.Parse(day), kind, name);

    internal static OpeningHours[] Week() =>
    [
        .. Enumerable.Range(1, 5).SelectMany(day => new OpeningHours[]
        {
            new((DayOfWeek)day, new(7, 30), new(11, 30)),
            new((DayOfWeek)day, new(13, 30), new(17, 0)),
        }),
    ];

    internal static CalendarException[] Days2026() =>
    [
        .. new[] { "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20" }
            .Select(day => Day(day, CalendarDayKind.Holiday, "Tết Nguyên đán")),
        Day("2026-04-26", CalendarDayKind.Holiday, "Giỗ Tổ Hùng Vương"), Day("2026-04-27", CalendarDayKind.LieuOff, "Nghỉ bù Giỗ Tổ"),
        Day("2026-04-30", CalendarDayKind.Holiday, "Ngày Chiến thắng"), Day("2026-05-01", CalendarDayKind.Holiday, "Ngày Quốc tế Lao động"),
        Day("2026-08-22", CalendarDayKind.MakeUpWork, "Làm bù cho ngày 31/8"), Day("2026-08-31", CalendarDayKind.LieuOff, "Nghỉ hoán đổi"),
        Day("2026-09-01", CalendarDayKind.Holiday, "Quốc khánh"), Day("2026-09-02", CalendarDayKind.Holiday, "Quốc khánh"),
        Day("2026-11-24", CalendarDayKind.Holiday, "Ngày Văn hóa Việt Nam"),
    ];
}
