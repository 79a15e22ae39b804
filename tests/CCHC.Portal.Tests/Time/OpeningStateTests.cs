using CCHC.Portal.Time;
using static CCHC.Portal.Tests.Time.WorkingCalendarTests;

namespace CCHC.Portal.Tests.Time;

public sealed class OpeningStateTests
{
    private static readonly WorkingCalendar Calendar = new(Week(), Days2026());

    [Fact]
    public void In_the_morning_it_is_open_until_lunch()
    {
        var state = Calendar.At(At("2026-03-04", "09:00"));

        Assert.Equal(new OpeningState(true, At("2026-03-04", "11:30"), null, null), state);
    }

    [Theory]
    [InlineData("2026-03-04", "06:00", "2026-03-04", "07:30")]
    [InlineData("2026-03-04", "11:30", "2026-03-04", "13:30")]
    [InlineData("2026-03-04", "17:00", "2026-03-05", "07:30")]
    [InlineData("2026-03-06", "18:00", "2026-03-09", "07:30")]
    public void When_closed_it_says_when_it_opens(string day, string clock, string nextDay, string nextClock)
    {
        var state = Calendar.At(At(day, clock));

        Assert.Equal(new OpeningState(false, null, At(nextDay, nextClock), null), state);
    }

    [Fact]
    public void On_a_holiday_it_says_which_and_when_it_opens_again()
    {
        var state = Calendar.At(At("2026-02-17", "09:00"));

        Assert.Equal(new OpeningState(false, null, At("2026-02-23", "07:30"), "Tết Nguyên đán"), state);
    }

    [Fact]
    public void A_Saturday_worked_to_make_up_has_the_hours_of_a_weekday()
    {
        OpeningHours[] withSaturdayMorning = [.. Week(), new(DayOfWeek.Saturday, new(8, 0), new(11, 0))];
        var calendar = new WorkingCalendar(withSaturdayMorning, Days2026());

        Assert.Equal(At("2026-08-22", "17:00"), calendar.At(At("2026-08-22", "14:00")).Until);
    }

    [Fact]
    public void Hours_that_touch_are_one_stretch()
    {
        var calendar = new WorkingCalendar(
            [new(DayOfWeek.Wednesday, new(12, 0), new(17, 0)), new(DayOfWeek.Wednesday, new(7, 0), new(12, 0))], []);

        Assert.Equal(At("2026-03-04", "17:00"), calendar.At(At("2026-03-04", "08:00")).Until);
    }

    [Fact]
    public void Without_hours_it_never_opens()
    {
        Assert.Equal(new OpeningState(false, null, null, null), new WorkingCalendar([], []).At(At("2026-03-04", "09:00")));
    }
}
