using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The indices as open data: the same numbers as the pages; an empty cell was not published. The desk takes the same columns back.</summary>
public static class IndicatorData
{
    public const string Head = "chi_so,cap,nam,ket_qua,don_vi,hang,tren,nguon,dia_chi_nguon,ngay_cong_bo,so_mau,ghi_chu";

    public static async Task<IResult> All(PortalDb db, Visit visit, CancellationToken stop) =>
        OpenCsv.File(Rows(await Live(db, visit).ToListAsync(stop)), "chi-so.csv");

    public static async Task<IResult> One(string slug, PortalDb db, Visit visit, CancellationToken stop) =>
        await Live(db, visit).Where(edition => edition.Slug == slug).Take(1).ToListAsync(stop) is { Count: > 0 } found ? OpenCsv.File(Rows(found), $"chi-so-{slug}.csv") : Results.NotFound();

    private static string Rows(IEnumerable<Edition> editions) => OpenCsv.Text(Head, editions.SelectMany(edition => edition.As<Indicator>() is var indicator ? indicator.Levels.SelectMany(indicator.Of).Select(year => Row(edition.Item!.Key, indicator, year)) : []));

    private static string?[] Row(string key, Indicator indicator, IndicatorYear year) =>
        [key, year.Level == IndicatorLevel.Commune ? "xa" : "thanh-pho", OpenCsv.Whole(year.Year), year.Value?.ToString("0.######", CultureInfo.InvariantCulture), indicator.Measure, OpenCsv.Whole(year.Rank), OpenCsv.Whole(year.Of), year.Source, year.SourceUrl, OpenCsv.Day(year.PublishedOn), year.Sample ? "x" : "", year.Note];

    private static IQueryable<Edition> Live(PortalDb db, Visit visit) => db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Indicator).ForReader(visit.Culture).OrderBy(edition => edition.Slug);
}
