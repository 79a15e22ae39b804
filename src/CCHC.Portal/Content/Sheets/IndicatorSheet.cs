using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Sheets;

/// <summary>A file of years for the indices there are: every row is looked at, and one that cannot be refuses the whole file.</summary>
public sealed class IndicatorSheet
{
    public const string Key = "chi_so";

    public static readonly IReadOnlyList<string> Columns = [Key, "cap", "nam", "ket_qua", "don_vi", "hang", "tren", "nguon", "dia_chi_nguon", "ngay_cong_bo", "so_mau", "ghi_chu"];

    private static readonly IReadOnlyList<ContentField> Parts = ContentField.Declared(typeof(IndicatorYear));

    private readonly Dictionary<string, (Edition Edition, Indicator Body, List<IndicatorYear> Read)> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SheetProblem> problems = [];

    public IReadOnlyList<SheetProblem> Problems => problems;

    /// <summary>The indices whose years would be others, with the body they would have.</summary>
    public IEnumerable<(Edition Before, Indicator Body)> Changes => known.Values.Where(one => one.Read.Count > 0)
        .Select(one => (one.Edition, Body: Merged(one.Body, one.Read))).Where(one => ContentTypes.Indicator.Write(one.Body) != ContentTypes.Indicator.Write(one.Edition.Body));

    /// <param name="rows">The file's rows.</param>
    /// <param name="newest">The newest Vietnamese edition of each index, its item loaded.</param>
    public static IndicatorSheet Of(IEnumerable<SheetRow> rows, IEnumerable<Edition> newest)
    {
        var sheet = new IndicatorSheet();
        foreach (var edition in newest)
        {
            sheet.known[edition.Item!.Key] = (edition, edition.As<Indicator>(), []);
        }
        foreach (var row in rows)
        {
            sheet.problems.AddRange(sheet.Take(row).Distinct().Select(words => new SheetProblem(row.Line, words)));
        }
        foreach (var (edition, body) in sheet.problems.Count == 0 ? sheet.Changes.ToList() : [])
        {
            sheet.problems.AddRange(ContentTypes.Indicator.Missing(body).Select(missing => new SheetProblem(0, $"{edition.Title}: {missing.Words}")));
        }
        return sheet;
    }

    private List<string> Take(SheetRow row)
    {
        var key = VietnameseText.CleanLine(row[Key]);
        if (!known.TryGetValue(key, out var index))
        {
            return [$"không có chỉ số “{key}” (có: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))})."];
        }
        var wrong = new List<string>();
        var year = new IndicatorYear
        {
            Year = SheetCells.Whole(row["nam"], "năm", wrong),
            Level = LevelOf(row["cap"], wrong),
            Value = Measured(row["ket_qua"], wrong),
            Rank = SheetCells.Whole(row["hang"], "hạng", wrong),
            Of = SheetCells.Whole(row["tren"], "trên bao nhiêu", wrong),
            Source = SheetCells.Said(row["nguon"]),
            SourceUrl = SheetCells.Said(row["dia_chi_nguon"]),
            PublishedOn = SheetCells.Day(row["ngay_cong_bo"], "ngày công bố", wrong),
            Sample = SheetCells.Said(row["so_mau"]) is not null,
            Note = SheetCells.Said(row["ghi_chu"]),
        };
        wrong.AddRange(SheetCells.Said(row["don_vi"]) is { } unit && unit != index.Body.Measure ? [$"đơn vị đo là “{index.Body.Measure}”, không phải “{unit}”."] : []);
        wrong.AddRange(Parts.Select(part => part.Wrong(year)).OfType<string>());
        wrong.AddRange(index.Body.WrongWith(year));
        wrong.AddRange(index.Read.Exists(other => (other.Year, other.Level) == (year.Year, year.Level)) ? [$"năm {year.Year} cùng cấp đã có ở dòng trên."] : []);
        index.Read.Add(year);
        return wrong;
    }

    // What the file says of a year stands in place of what was there; other years stay.
    private static Indicator Merged(Indicator body, List<IndicatorYear> read) => body with
    {
        Years = [.. body.Years.Where(year => !read.Exists(other => (other.Year, other.Level) == (year.Year, year.Level ?? IndicatorLevel.City))).Concat(read).OrderBy(year => year.Level).ThenBy(year => year.Year)],
    };

    private static IndicatorLevel LevelOf(string text, List<string> wrong)
    {
        switch (VietnameseText.Fold(text).Replace(' ', '-'))
        {
            case "thanh-pho" or "tinh" or "":
                return IndicatorLevel.City;
            case "xa" or "dac-khu" or "phuong":
                return IndicatorLevel.Commune;
            default:
                wrong.Add("cấp phải là thanh-pho hoặc xa.");
                return IndicatorLevel.City;
        }
    }

    private static decimal? Measured(string text, List<string> wrong)
    {
        if (SheetCells.Said(text) is not { } said)
        {
            return null;
        }
        if (TypedNumber.Read(said) is { } number)
        {
            return number;
        }
        wrong.Add("kết quả phải là một số, dạng 92,4.");
        return null;
    }
}
