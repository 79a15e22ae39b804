using System.Globalization;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The indices as open data: the same numbers as the pages; an empty cell was not published. The desk takes the same columns back.</summary>
public static class IndicatorData
{
    public const string Head = "chi_so,cap,nam,ket_qua,don_vi,hang,tren,nguon,dia_chi_nguon,ngay_cong_bo,so_mau,ghi_chu";

    public static async Task<IResult> All(PortalDb db, Visit visit, CancellationToken stop) =>
        File(await Live(db, visit).ToListAsync(stop), "chi-so.csv");

    public static async Task<IResult> One(string slug, PortalDb db, Visit visit, CancellationToken stop) =>
        await Live(db, visit).Where(edition => edition.Slug == slug).Take(1).ToListAsync(stop) is { Count: > 0 } found ? File(found, $"chi-so-{slug}.csv") : Results.NotFound();

    public static string Rows(IEnumerable<Edition> editions)
    {
        var text = new StringBuilder(Head + "\r\n");
        foreach (var (key, indicator) in editions.Select(edition => (edition.Item!.Key, edition.As<Indicator>())))
        {
            foreach (var year in indicator.Levels.SelectMany(indicator.Of))
            {
                string?[] cells = [key, year.Level == IndicatorLevel.Commune ? "xa" : "thanh-pho", Whole(year.Year), year.Value?.ToString("0.######", CultureInfo.InvariantCulture), indicator.Measure, Whole(year.Rank), Whole(year.Of), year.Source, year.SourceUrl, year.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), year.Sample ? "x" : "", year.Note];
                text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
            }
        }
        return text.ToString();
    }

    private static IQueryable<Edition> Live(PortalDb db, Visit visit) => db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Indicator).ForReader(visit.Culture).OrderBy(edition => edition.Slug);

    private static IResult File(IEnumerable<Edition> editions, string name) =>
        Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Rows(editions))], "text/csv; charset=utf-8", name);

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string? text) => $"\"{SheetText.Of(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
