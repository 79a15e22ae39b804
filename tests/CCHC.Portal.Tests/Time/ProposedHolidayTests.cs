using System.Text.RegularExpressions;
using CCHC.Portal.Operations;
using CCHC.Portal.Tests.House;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests.Time;

/// <summary>The seeds' provisional days are what the portal proposes, and decreed years differ from it only where a decision said so.</summary>
public sealed partial class ProposedHolidayTests
{
    [Theory]
    [InlineData(2027)]
    [InlineData(2028)]
    [InlineData(2029)]
    [InlineData(2030)]
    public void A_year_not_yet_decreed_is_seeded_as_it_is_proposed(int year)
    {
        var seeded = Seeded(year).ToList();

        Assert.Equal(ProposedHoliday.Of(year).Select(day => $"{day.Date:O} {day.Kind} {day.Name} · {day.Source}"), seeded.Select(row => $"{row.Date:O} {row.Kind} {row.Name} · {row.Source}"));
        Assert.All(seeded, row => Assert.False(row.Confirmed));
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void The_moon_agrees_with_the_decreed_days(int year)
    {
        var decreed = Seeded(year).Where(row => row.Kind is CalendarDayKind.Holiday or CalendarDayKind.LieuOff).Select(row => row.Date).ToHashSet();

        foreach (var day in new[] { LunarCalendar.NewYear(year), LunarCalendar.ToSolar(new LunarDay(year, 3, 10))!.Value })
        {
            Assert.Contains(day, decreed);
        }
    }

    [Fact]
    public void Every_seeded_day_names_its_source() => Assert.All(Rows(), row => Assert.False(string.IsNullOrWhiteSpace(row.Source)));

    [Fact]
    public void The_seeds_cover_2025_to_2030() => Assert.Equal(Enumerable.Range(2025, 6), Rows().Select(row => row.Date.Year).Distinct().Order());

    private static IEnumerable<CalendarRow> Seeded(int year) => Rows().Where(row => row.Date.Year == year).OrderBy(row => row.Date);

    private static List<CalendarRow> Rows() =>
    [
        .. Row().Matches(File.ReadAllText(Repository.Under("content-seed", "holidays.yaml"))).Select(row => new CalendarRow
        {
            Date = DateOnly.Parse(row.Groups[1].Value),
            Kind = Enum.Parse<CalendarDayKind>(row.Groups[2].Value),
            Name = row.Groups[3].Value,
            Source = row.Groups[4].Value,
            Confirmed = row.Groups[5].Value == "true",
        }),
    ];

    [GeneratedRegex("""^- \{date: (.+?), kind: (\w+), name: "(.+?)", source: "(.*?)", confirmed: (\w+)\}""", RegexOptions.Multiline)]
    private static partial Regex Row();
}
