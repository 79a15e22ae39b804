using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Sheets;

/// <summary>A file of periods for the figures of dossiers there are: every row is looked at, and one that cannot be refuses the whole file.</summary>
public sealed class DossierSheet
{
    public const string Key = "bang";

    public static readonly IReadOnlyList<string> Columns =
        [Key, "tu_ngay", "den_ngay", "ten_ky", "chuyen_sang", "nhan_moi", "giai_quyet_dung_han", "giai_quyet_tre_han", "dang_giai_quyet_con_han", "dang_giai_quyet_qua_han", "ngay_chot", "nguon", "so_mau", "ghi_chu"];

    private static readonly IReadOnlyList<ContentField> Parts = ContentField.Declared(typeof(DossierPeriod));

    private readonly Dictionary<string, (Edition Edition, DossierFigures Body, List<DossierPeriod> Read)> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SheetProblem> problems = [];

    public IReadOnlyList<SheetProblem> Problems => problems;

    /// <summary>The tables whose periods would be others, with the body they would have.</summary>
    public IEnumerable<(Edition Before, ContentBody Body)> Changes => known.Values.Where(one => one.Read.Count > 0).Select(one => (one.Edition, Body: (ContentBody)Merged(one.Body, one.Read)))
        .Where(one => ContentTypes.DossierFigures.Write(one.Body) != ContentTypes.DossierFigures.Write(one.Edition.Body));

    /// <param name="rows">The file's rows.</param>
    /// <param name="newest">The newest Vietnamese edition of each table, its item loaded.</param>
    public static DossierSheet Of(IEnumerable<SheetRow> rows, IEnumerable<Edition> newest)
    {
        var sheet = new DossierSheet();
        foreach (var edition in newest)
        {
            sheet.known[edition.Item!.Key] = (edition, edition.As<DossierFigures>(), []);
        }
        foreach (var row in rows)
        {
            sheet.problems.AddRange(sheet.Take(row).Distinct().Select(words => new SheetProblem(row.Line, words)));
        }
        foreach (var (edition, body) in sheet.problems.Count == 0 ? sheet.Changes.ToList() : [])
        {
            sheet.problems.AddRange(ContentTypes.DossierFigures.Missing(body).Select(missing => new SheetProblem(0, $"{edition.Title}: {missing.Words}")));
        }
        return sheet;
    }

    private List<string> Take(SheetRow row)
    {
        var key = VietnameseText.CleanLine(row[Key]);
        if (!known.TryGetValue(key, out var table))
        {
            return [$"không có bảng “{key}” (có: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))})."];
        }
        var wrong = new List<string>();
        int? Count(string column) => SheetCells.Whole(row[column], "cột " + column, wrong);
        var period = new DossierPeriod
        {
            From = SheetCells.Day(row["tu_ngay"], "từ ngày", wrong),
            Until = SheetCells.Day(row["den_ngay"], "đến ngày", wrong),
            Name = SheetCells.Said(row["ten_ky"]),
            CarriedOver = Count("chuyen_sang"),
            Received = Count("nhan_moi"),
            SettledOnTime = Count("giai_quyet_dung_han"),
            SettledLate = Count("giai_quyet_tre_han"),
            PendingOnTime = Count("dang_giai_quyet_con_han"),
            PendingLate = Count("dang_giai_quyet_qua_han"),
            ClosedOn = SheetCells.Day(row["ngay_chot"], "ngày chốt", wrong),
            Source = SheetCells.Said(row["nguon"]),
            Sample = SheetCells.Said(row["so_mau"]) is not null,
            Note = SheetCells.Said(row["ghi_chu"]),
        };
        wrong.AddRange(Parts.Select(part => part.Wrong(period)).OfType<string>());
        wrong.AddRange(wrong.Count == 0 ? DossierFigures.WrongWith(period) : []);
        wrong.AddRange(table.Read.Exists(other => (other.From, other.Until) == (period.From, period.Until)) ? ["kỳ này đã có ở dòng trên."] : []);
        table.Read.Add(period);
        return wrong;
    }

    // What the file says of a period stands in place of what was there; other periods stay.
    private static DossierFigures Merged(DossierFigures body, List<DossierPeriod> read) => body with
    {
        Periods = [.. body.Periods.Where(period => !read.Exists(other => (other.From, other.Until) == (period.From, period.Until))).Concat(read).OrderBy(period => period.Until).ThenBy(period => period.From)],
    };
}
