using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Public.Promises;

namespace CCHC.Portal.Web.Startup;

/// <summary>The promise board as open data: the same numbers as the page, as CSV and JSON.</summary>
public static class PromiseData
{
    private const string Licence = "Được dùng lại tự do, kể cả để kinh doanh; ghi nguồn và kỳ số liệu.";

    public static async Task<IResult> Csv(string? ky, PromiseBoard promises, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        var board = await Board(ky, promises, visit, clock, stop);
        var text = OpenCsv.Text(["don_vi", "ten", "da_nhan", "dung_hen", "tre_hen", "con_han", "khong_hen", "da_rut", "trung_vi_ngay", "hai_long"], board.Lines.Append(board.Total).Select(line => (string[])
            [CodeOf(line, board, visit.Site), NameOf(line, board, visit.Site), .. new double?[] { line.Received, line.OnTime, line.Late, line.Running, line.WithoutDay, line.Withdrawn, line.MedianDays, line.Rating }.Select(OpenCsv.Decimal)]));
        return OpenCsv.File(text, $"bang-cam-ket-{board.Period.Key}.csv");
    }

    public static async Task<IResult> Json(string? ky, PromiseBoard promises, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        var board = await Board(ky, promises, visit, clock, stop);
        return Results.Json(new
        {
            ky = board.Period.Key,
            tu_ngay = board.Period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            den_truoc_ngay = board.Period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            co_quan = visit.Site.Profile.Body,
            giay_phep = Licence,
            ghi_chu = "null là số không công bố vì nhỏ hơn 5, hoặc vì có thể tính ngược ra một số như vậy.",
            dong = board.Lines.Append(board.Total).Select(line => new
            {
                don_vi = CodeOf(line, board, visit.Site),
                ten = NameOf(line, board, visit.Site),
                da_nhan = line.Received,
                dung_hen = line.OnTime,
                tre_hen = line.Late,
                con_han = line.Running,
                khong_hen = line.WithoutDay,
                da_rut = line.Withdrawn,
                trung_vi_ngay = line.MedianDays,
                hai_long = line.Rating,
                gia_han = line.Extensions.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
            }),
        });
    }

    private static Task<BoardTable> Board(string? asked, PromiseBoard promises, Visit visit, TimeProvider clock, CancellationToken stop) =>
        promises.Of(visit.Site, IndexModel.Chosen(asked, IndexModel.PeriodsUntil(VietnamTime.Day(clock.GetUtcNow()))), stop);

    private static string CodeOf(BoardLine line, BoardTable board, SiteMap site) => ReferenceEquals(line, board.Total) ? "TONG" : site.UnitById(line.UnitId)?.Code ?? "TRIAGE";

    private static string NameOf(BoardLine line, BoardTable board, SiteMap site) => ReferenceEquals(line, board.Total) ? "Cộng" : site.UnitById(line.UnitId)?.Name ?? "Đang phân loại";
}
