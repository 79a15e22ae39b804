using CCHC.Portal.Time;
using CsCheck;

namespace CCHC.Portal.Tests.Time;

/// <summary>A clock that stood still: its working days are given back, neither more nor less.</summary>
public sealed class PausedCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(WorkingCalendarTests.Week(), WorkingCalendarTests.Days2026());

    private static readonly Gen<DateTimeOffset> Instants =
        Gen.Int[0, 330 * 24 * 60].Select(minutes => new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<List<PausedSpan>> Stops = Gen.Select(Instants, Gen.Int[0, 20 * 24 * 60]).Select((from, minutes) => new PausedSpan(from, from.AddMinutes(minutes))).List[0, 4];

    [Fact]
    public void A_stop_of_n_working_days_moves_the_day_due_by_n() =>
        Gen.Select(Instants, Gen.Int[1, 30], Gen.Int[0, 30], Gen.Int[0, 25]).Sample((start, days, after, lasts) =>
        {
            var asked = Calendar.After(Calendar.FirstDay(start), after % (days + 1));   // a working day while the clock runs, the last one too
            var answered = Calendar.After(asked, lasts);
            var stop = new PausedSpan(VietnamTime.At(asked, new TimeOnly(10, 0)), VietnamTime.At(answered, new TimeOnly(10, 0)));
            stop = stop.From < start ? stop with { From = start } : stop;

            Assert.Equal(lasts, Calendar.PausedDays(stop));
            Assert.Equal(Calendar.After(Calendar.Due(start, days), lasts), Calendar.Due(start, days, [stop]));
        });

    [Fact]
    public void A_clock_that_stood_still_is_due_on_a_working_day_outside_its_stops_and_never_earlier() =>
        Gen.Select(Instants, Gen.Int[1, 30], Stops).Sample((start, days, stops) =>
        {
            var due = Calendar.Due(start, days, stops);

            Assert.True(Calendar.IsWorkingDay(due));
            Assert.True(due >= Calendar.Due(start, days));
            Assert.DoesNotContain(stops, stop => due >= VietnamTime.Day(stop.From) && due < Calendar.FirstDay(stop.Until));
            Assert.True(due < Calendar.Due(start, days + 1, stops));
        });

    [Fact]
    public void Counting_day_by_day_by_hand_gives_the_same() =>
        Gen.Select(Instants, Gen.Int[1, 30], Stops).Sample((start, days, stops) =>
        {
            var day = Calendar.FirstDay(start);
            for (var left = days; left > 0;)
            {
                day = day.AddDays(1);
                var still = stops.Exists(stop => day > VietnamTime.Day(stop.From) && day <= Calendar.FirstDay(stop.Until));
                left -= Calendar.IsWorkingDay(day) && !still ? 1 : 0;
            }
            // Stopped on its last day, the clock gives what was left of it on the day it goes on.
            while (stops.Exists(stop => day >= VietnamTime.Day(stop.From) && day < Calendar.FirstDay(stop.Until))) day = day.AddDays(1);
            Assert.Equal(day, Calendar.Due(start, days, stops));
        });

    [Fact]
    public void A_stop_after_the_day_due_changes_nothing_any_more() =>
        Gen.Select(Instants, Gen.Int[1, 30], Gen.Int[0, 40]).Sample((start, days, lasts) =>
        {
            var due = Calendar.Due(start, days);
            var from = VietnamTime.At(due.AddDays(1), new TimeOnly(9, 0));

            Assert.Equal(due, Calendar.Due(start, days, [new PausedSpan(from, from.AddDays(lasts))]));
        });

    [Fact]
    public void A_day_off_more_never_makes_anything_due_earlier() =>
        Gen.Select(Instants, Gen.Int[1, 30], Gen.Int[0, 360]).Sample((start, days, off) =>
        {
            var more = new WorkingCalendar(WorkingCalendarTests.Week(), [.. WorkingCalendarTests.Days2026(), new CalendarException(new DateOnly(2026, 1, 5).AddDays(off), CalendarDayKind.Holiday, "Nghỉ thêm")]);

            Assert.True(more.Due(start, days) >= Calendar.Due(start, days));
        });

    [Fact]
    public void A_Saturday_worked_never_makes_anything_due_later() =>
        Gen.Select(Instants, Gen.Int[1, 30], Gen.Int[0, 50]).Sample((start, days, week) =>
        {
            var saturday = new DateOnly(2026, 1, 10).AddDays(7 * week);
            var more = new WorkingCalendar(WorkingCalendarTests.Week(), [.. WorkingCalendarTests.Days2026(), new CalendarException(saturday, CalendarDayKind.MakeUpWork, "Làm bù")]);

            Assert.True(more.Due(start, days) <= Calendar.Due(start, days));
        });

    [Theory]
    [InlineData("10:59", "2026-03-04")]
    [InlineData("11:00", "2026-03-05")]   // the office closed at eleven that day
    public void On_a_short_day_what_comes_after_its_closing_counts_from_the_next(string clock, string first)
    {
        var calendar = new WorkingCalendar(WorkingCalendarTests.Week(), [new CalendarException(new DateOnly(2026, 3, 4), CalendarDayKind.ShortDay, "Nghỉ chiều", null, new TimeOnly(11, 0))]);

        Assert.Equal(DateOnly.Parse(first), calendar.FirstDay(WorkingCalendarTests.At("2026-03-04", clock)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 3, 4)));
        Assert.Equal([new OpeningHours(DayOfWeek.Wednesday, new(7, 30), new(11, 0))], calendar.HoursOn(new DateOnly(2026, 3, 4)));
    }

    [Fact]
    public void Half_a_Saturday_worked_has_the_hours_it_says()
    {
        var calendar = new WorkingCalendar(WorkingCalendarTests.Week(), [new CalendarException(new DateOnly(2026, 3, 7), CalendarDayKind.MakeUpWork, "Làm sáng", new TimeOnly(7, 30), new TimeOnly(12, 0))]);

        Assert.Equal([new OpeningHours(DayOfWeek.Saturday, new(7, 30), new(11, 30))], calendar.HoursOn(new DateOnly(2026, 3, 7)));
        Assert.Equal(new DateOnly(2026, 3, 9), calendar.FirstDay(WorkingCalendarTests.At("2026-03-07", "11:30")));
    }

    [Fact]
    public void A_day_called_ordinary_is_like_the_same_day_of_other_weeks()
    {
        var calendar = new WorkingCalendar(WorkingCalendarTests.Week(), [new CalendarException(new DateOnly(2026, 3, 4), CalendarDayKind.Ordinary, "")]);

        Assert.Equal(2, calendar.HoursOn(new DateOnly(2026, 3, 4)).Count);
        Assert.Null(calendar.At(WorkingCalendarTests.At("2026-03-07", "09:00")).ClosedBecause);
    }
}
