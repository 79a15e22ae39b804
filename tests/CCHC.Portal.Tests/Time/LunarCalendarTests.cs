using CCHC.Portal.Time;
using CsCheck;

namespace CCHC.Portal.Tests.Time;

public sealed class LunarCalendarTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 250 * 365].Select(day => new DateOnly(1900, 2, 1).AddDays(day));

    [Theory]   // regulation.md §9, computed at UTC+7
    [InlineData(2025, "2025-01-29", "2025-04-07")]
    [InlineData(2026, "2026-02-17", "2026-04-26")]
    [InlineData(2027, "2027-02-06", "2027-04-16")]
    [InlineData(2028, "2028-01-26", "2028-04-04")]
    [InlineData(2029, "2029-02-13", "2029-04-23")]
    [InlineData(2030, "2030-02-02", "2030-04-12")]
    [InlineData(1968, "1968-01-29", "1968-04-07")]   // a day before Beijing
    [InlineData(1985, "1985-01-21", "1985-04-29")]   // a month before Beijing
    [InlineData(2007, "2007-02-17", "2007-04-26")]   // a day before Beijing
    public void Tet_and_the_kings_day_fall_on_the_known_dates(int year, string newYear, string kings)
    {
        Assert.Equal(DateOnly.Parse(newYear), LunarCalendar.NewYear(year));
        Assert.Equal(DateOnly.Parse(kings), LunarCalendar.ToSolar(new LunarDay(year, 3, 10)));
    }

    [Theory]
    [InlineData("2025-07-25", 6)]    // 2025: a doubled sixth month
    [InlineData("2023-03-22", 2)]
    [InlineData("2020-05-23", 4)]
    [InlineData("2028-06-23", 5)]
    public void A_leap_month_says_that_it_is_the_second(string first, int month)
    {
        var lunar = LunarCalendar.FromSolar(DateOnly.Parse(first));

        Assert.Equal((month, 1, true), (lunar.Month, lunar.Day, lunar.IsLeap));
    }

    [Fact]
    public void There_and_back_is_the_same_day() =>
        Days.Sample(day => LunarCalendar.ToSolar(LunarCalendar.FromSolar(day)) == day);

    [Fact]
    public void The_day_after_is_the_next_of_the_month_or_a_first() => Days.Sample(day =>
    {
        var (today, tomorrow) = (LunarCalendar.FromSolar(day), LunarCalendar.FromSolar(day.AddDays(1)));
        return tomorrow.Day == today.Day + 1 ? tomorrow with { Day = today.Day } == today : tomorrow.Day == 1 && today.Day is 29 or 30;
    });

    [Fact]
    public void A_year_begins_between_the_middle_of_January_and_the_end_of_February() =>
        Gen.Int[1901, 2150].Sample(year => LunarCalendar.NewYear(year) is var first && first.Year == year && first >= new DateOnly(year, 1, 20) && first <= new DateOnly(year, 2, 21));

    [Theory]
    [InlineData(2026, 2, 1, true)]    // that year has no doubled month
    [InlineData(2026, 1, 31, false)]
    public void A_day_that_is_not_is_not_made_up(int year, int month, int day, bool leap) =>
        Assert.Null(LunarCalendar.ToSolar(new LunarDay(year, month, day, leap)));
}
