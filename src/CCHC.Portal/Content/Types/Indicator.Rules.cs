namespace CCHC.Portal.Content.Types;

/// <summary>What an index tells from one year to the next, and what in its numbers cannot be.</summary>
public sealed partial record Indicator
{
    /// <summary>The levels it speaks of, the city first.</summary>
    public IReadOnlyList<IndicatorLevel> Levels => [.. Years.Select(year => year.Level ?? IndicatorLevel.City).Distinct().Order()];

    /// <summary>The years of one level, oldest first.</summary>
    public IReadOnlyList<IndicatorYear> Of(IndicatorLevel level) => [.. Years.Where(year => (year.Level ?? IndicatorLevel.City) == level && year.Year is not null).OrderBy(year => year.Year)];

    /// <summary>The newest year of a level that has a value.</summary>
    public IndicatorYear? Latest(IndicatorLevel level) => Of(level).LastOrDefault(year => year.Value is not null);

    /// <summary>The newest year with a value of the level nearest to readers that has one; null where nothing was published.</summary>
    public IndicatorYear? Newest => Levels.Reverse().Select(Latest).FirstOrDefault(year => year is not null);

    /// <summary>How far a year lies above the year before; null where either was not published.</summary>
    public decimal? Change(IndicatorYear year) => year.Value - Before(year)?.Value;

    /// <summary>How many places a year lies above the year before; null where either is unknown or another number of bodies was ranked.</summary>
    public int? Climb(IndicatorYear year) => Before(year) is { } before && before.Of == year.Of ? before.Rank - year.Rank : null;

    public IReadOnlyList<IndicatorPart> PartsOf(IndicatorYear year) => [.. Parts.Where(part => part.Year == year.Year && (part.Level ?? IndicatorLevel.City) == (year.Level ?? IndicatorLevel.City))];

    // A year that says the same in both keeps its translated words.
    public ContentBody WithFiguresOf(ContentBody original) => original is not Indicator vietnamese ? this : this with
    {
        ScaleFrom = vietnamese.ScaleFrom,
        ScaleTo = vietnamese.ScaleTo,
        Years = [.. vietnamese.Years.Select(year => Years.Find(own => (own.Level ?? IndicatorLevel.City) == (year.Level ?? IndicatorLevel.City) && own with { Level = year.Level, Source = year.Source, Note = year.Note } == year) ?? year)],
    };

    public bool HasSamples => Sample || Years.Exists(year => year.Sample);

    /// <summary>Why this index cannot have such a year, in Vietnamese.</summary>
    public IEnumerable<string> WrongWith(IndicatorYear year)
    {
        if (year.Year is null)
        {
            yield return "chưa ghi năm.";
        }
        if (year.Value < ScaleFrom || year.Value > ScaleTo)
        {
            yield return "kết quả nằm ngoài thang đo.";
        }
        if (year.Rank > year.Of)
        {
            yield return "hạng lớn hơn số đơn vị được xếp hạng.";
        }
        if (year.Rank is not null && year.Of is null)
        {
            yield return "có hạng thì phải ghi trên bao nhiêu đơn vị.";
        }
        if ((year.Value is not null || year.Rank is not null) && string.IsNullOrWhiteSpace(year.Source))
        {
            yield return "có số thì phải ghi nguồn.";
        }
    }

    public override IEnumerable<string> Problems() => [.. Scale(), .. Years.SelectMany((year, at) => WrongWith(year).Select(words => $"Dòng năm thứ {at + 1}: {words}")), .. Twice(), .. Parts.SelectMany((part, at) => Problems(part, $"Thành phần thứ {at + 1}"))];

    private IndicatorYear? Before(IndicatorYear year) => Of(year.Level ?? IndicatorLevel.City).FirstOrDefault(other => other.Year == year.Year - 1);

    private IEnumerable<string> Scale()
    {
        if (ScaleFrom >= ScaleTo)
        {
            yield return "Thang đo: số đầu phải nhỏ hơn số cuối.";
        }
        if ((ScaleFrom is null || ScaleTo is null) && Years.Exists(year => year.Value is not null))
        {
            yield return "Đã có kết quả thì phải ghi thang đo từ bao nhiêu đến bao nhiêu.";
        }
    }

    private IEnumerable<string> Twice() =>
        [.. Years.Where(year => year.Year is not null).GroupBy(year => (Level: year.Level ?? IndicatorLevel.City, year.Year)).Where(same => same.Count() > 1).Select(same => $"Năm {same.Key.Year} có hai dòng cùng một cấp."),
         .. Parts.GroupBy(part => (part.Year, Level: part.Level ?? IndicatorLevel.City, part.Name)).Where(same => same.Count() > 1).Select(same => $"Thành phần “{same.Key.Name}” có hai dòng cùng năm {same.Key.Year}.")];

    private IEnumerable<string> Problems(IndicatorPart part, string where)
    {
        if (string.IsNullOrWhiteSpace(part.Name))
        {
            yield return $"{where}: chưa có tên.";
        }
        if (!Years.Exists(year => year.Year == part.Year && (year.Level ?? IndicatorLevel.City) == (part.Level ?? IndicatorLevel.City)))
        {
            yield return $"{where}: không có dòng năm {part.Year} để đi cùng.";
        }
        if (part.Value < 0 || part.Most <= 0 || part.Value > part.Most)
        {
            yield return $"{where}: kết quả phải từ 0 đến điểm tối đa.";
        }
    }
}
