using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests.Content;

/// <summary>What an index, a goal, a disclosure and a declaration may say, and what they tell.</summary>
public sealed class FigureRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Indicator Index = new()
    {
        Short = "SIPAS",
        Measure = "điểm",
        ScaleFrom = 0,
        ScaleTo = 100,
        Years = [Year(2022, 80), Year(2024, 81.5m), Year(2025, 83m) with { Rank = 4, Of = 34 }, Year(2023, null), Year(2026, 82m) with { Rank = 6, Of = 34 }],
    };

    [Fact]
    public void Change_is_told_only_against_a_published_year_just_before()
    {
        var years = Index.Of(IndicatorLevel.City);

        Assert.Equal([2022, 2023, 2024, 2025, 2026], years.Select(year => year.Year!.Value));
        Assert.Equal([null, null, null, 1.5m, -1m], years.Select(Index.Change));
        Assert.Equal((-2, null), (Index.Climb(years[4]), Index.Climb(years[3])));
        Assert.Equal(82m, Index.Latest(IndicatorLevel.City)!.Value);
    }

    [Fact]
    public void Nonsense_is_refused_in_words()
    {
        var wrong = Index with
        {
            Years = [Year(2024, 101), Year(2024, 3), Year(null, 1), Year(2025, 1) with { Rank = 9, Of = 3 }, Year(2026, 1) with { Rank = 9, Source = null }],
            Parts = [new IndicatorPart { Year = 2024, Name = "A", Value = 9, Most = 8 }, new IndicatorPart { Year = 1999, Name = "B" }],
        };

        Assert.Empty(Index.Problems());
        Assert.Equal(["Thành phần “A” có hai dòng cùng năm 2024."], (Index with { Parts = [new IndicatorPart { Year = 2024, Name = "A" }, new IndicatorPart { Year = 2024, Name = "A", Level = IndicatorLevel.City }] }).Problems());
        Assert.Equal(
            ["Dòng năm thứ 1: kết quả nằm ngoài thang đo.", "Dòng năm thứ 3: chưa ghi năm.", "Dòng năm thứ 4: hạng lớn hơn số đơn vị được xếp hạng.", "Dòng năm thứ 5: có hạng thì phải ghi trên bao nhiêu đơn vị.",
             "Dòng năm thứ 5: có số thì phải ghi nguồn.", "Năm 2024 có hai dòng cùng một cấp.", "Thành phần thứ 1: kết quả phải từ 0 đến điểm tối đa.", "Thành phần thứ 2: không có dòng năm 1999 để đi cùng."], wrong.Problems());
        Assert.Equal(["Đã có kết quả thì phải ghi thang đo từ bao nhiêu đến bao nhiêu."], (Index with { ScaleTo = null }).Problems());
    }

    [Theory]
    [InlineData("92,4", "92.4")]
    [InlineData(" -3.25 ", "-3.25")]
    [InlineData("1.234,5", null)]
    [InlineData("1e5", null)]
    [InlineData("١٢", null)]
    public void A_measured_number_is_read_with_comma_or_point_but_not_with_both(string typed, string? number) =>
        Assert.Equal(number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), TypedNumber.Read(typed));

    [Fact]
    public void A_file_of_years_stands_in_place_of_what_it_names_and_is_refused_whole_when_a_row_cannot_be()
    {
        var live = Live();
        var good = IndicatorSheet.Of([Row(2, ("nam", "2023"), ("ket_qua", "81,2"), ("nguon", "QĐ 1")), Row(3, ("nam", "2025"), ("cap", "xa"), ("ket_qua", ""))], [live]);
        var bad = IndicatorSheet.Of([Row(2, ("nam", "2023"), ("ket_qua", "181"), ("nguon", "QĐ 1")), Row(3, ("nam", "2023"), ("hang", "hai")), Row(4, ("nam", "2027"), ("don_vi", "%")), new SheetRow(5, new Dictionary<string, string> { ["chi_so"] = "gdp" })], [live]);

        Assert.Empty(good.Problems);
        var body = good.Changes.Single().Body;
        Assert.Equal((6, 81.2m), (body.Years.Count, body.Of(IndicatorLevel.City).Single(year => year.Year == 2023).Value!.Value));
        Assert.Null(body.Of(IndicatorLevel.Commune).Single().Value);
        Assert.Equal(["2: kết quả nằm ngoài thang đo.", "3: hạng phải là số nguyên.", "3: năm 2023 cùng cấp đã có ở dòng trên.", "4: đơn vị đo là “điểm”, không phải “%”.", "5: không có chỉ số “gdp” (có: sipas)."],
            bad.Problems.Select(problem => $"{problem.Line}: {problem.Words}"));
    }

    [Fact]
    public void A_goal_without_a_figure_is_neither_reached_nor_nothing()
    {
        var goal = new YearGoal { Name = "A", Target = 90, Unit = "%", Due = Today, ResponsibleUnit = "VP" };

        Assert.Equal(GoalState.Unknown, goal.On(Today));
        Assert.Equal(GoalState.Missed, goal.On(Today.AddDays(1)));
        Assert.Equal(GoalState.UnderWay, (goal with { Reached = 0 }).On(Today));
        Assert.Equal(GoalState.Reached, (goal with { Reached = 90 }).On(Today.AddDays(9)));
        Assert.True((goal with { Reached = 2, Target = 3, LessIsBetter = true }).IsReached);
        Assert.Equal(["Chỉ tiêu thứ 1: phần trăm phải từ 0 đến 100.", "Đã có kết quả thì phải ghi kết quả tính đến ngày nào."], new YearGoals { Year = 2026, Goals = [goal with { Reached = 101 }] }.Problems());
    }

    [Fact]
    public void A_disclosure_is_due_in_five_working_days_and_stands_for_thirty()
    {
        var posted = new Disclosure { Kind = DisclosureKind.Budget, DecidedOn = new(2026, 11, 20), PostedFrom = new(2026, 11, 23), PostedUntil = new(2026, 12, 22), PostedAt = ["Bảng tin"], ResponsibleUnit = "KT" };
        var calendar = new WorkingCalendar([.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.Select(day => new OpeningHours(day, new(7, 30), new(17, 0)))],
            [new CalendarException(new(2026, 11, 24), CalendarDayKind.Holiday, "Ngày Văn hóa")]);

        Assert.Equal(new DateOnly(2026, 11, 30), posted.PostBy(calendar));
        Assert.Empty(posted.Problems());
        Assert.Equal((PostingState.ToCome, PostingState.Current, PostingState.Current, PostingState.Past), (posted.On(new(2026, 11, 22)), posted.On(Today), posted.On(new(2026, 12, 22)), posted.On(new(2026, 12, 23))));
        Assert.Contains("30 ngày liên tục", (posted with { PostedUntil = new(2026, 12, 21) }).Problems().Single(), StringComparison.Ordinal);
        Assert.Contains("thường xuyên", (posted with { PostedUntil = null }).Problems().Single(), StringComparison.Ordinal);
        Assert.Empty((posted with { PostedUntil = null, Kind = DisclosureKind.Procedures }).Problems());
        Assert.Contains("3 ngày liên tiếp", (posted with { Clause = 7, BroadcastFrom = Today, BroadcastUntil = Today.AddDays(1) }).Problems().Single(), StringComparison.Ordinal);
        Assert.Empty((posted with { Clause = 12, BroadcastFrom = Today, BroadcastUntil = Today.AddDays(2) }).Problems());
    }

    private static IndicatorYear Year(int? year, decimal? value) => new() { Year = year, Value = value, Source = value is null ? null : "Nguồn" };

    private static SheetRow Row(int line, params (string Column, string Cell)[] cells) => new(line, cells.Append(("chi_so", "sipas")).ToDictionary(cell => cell.Item1, cell => cell.Item2));

    private static Edition Live()
    {
        var item = new ContentItem { Type = "indicator", Key = "sipas", CreatedAt = default };
        var edition = new Edition { ItemId = item.Id, Item = item, Type = "indicator", Culture = "vi", Number = 1 };
        edition.Write("Chỉ số hài lòng", "Một câu.", "sipas", Index, default);
        return edition;
    }
}
