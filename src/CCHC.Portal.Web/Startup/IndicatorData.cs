using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The indices as open data: the same numbers as the pages; an empty cell was not published. The desk takes the same columns back.</summary>
public static class IndicatorData
{
    public static async Task<IResult> All(PortalDb db, Visit visit, CancellationToken stop) =>
        OpenCsv.File(Rows(await db.WithFigures(await Live(db, visit).ToListAsync(stop), stop)), "chi-so.csv");

    public static async Task<IResult> One(string slug, PortalDb db, Visit visit, CancellationToken stop) =>
        await Live(db, visit).Where(edition => edition.Slug == slug).Take(1).ToListAsync(stop) is { Count: > 0 } found ? OpenCsv.File(Rows(await db.WithFigures(found, stop)), $"chi-so-{slug}.csv") : Results.NotFound();

    private static string Rows(IEnumerable<Edition> editions) => OpenCsv.Text(IndicatorSheet.Columns, editions.SelectMany(edition => edition.As<Indicator>() is var indicator ? indicator.Levels.SelectMany(indicator.Of).Select(year => Row(edition.Item!.Key, indicator, year)) : []));

    private static string?[] Row(string key, Indicator indicator, IndicatorYear year) =>
        [key, year.Level == IndicatorLevel.Commune ? "xa" : "thanh-pho", OpenCsv.Whole(year.Year), year.Value?.ToString("0.######", CultureInfo.InvariantCulture), indicator.Measure, OpenCsv.Whole(year.Rank), OpenCsv.Whole(year.Of), year.Source, year.SourceUrl, OpenCsv.Day(year.PublishedOn), year.Sample ? "x" : "", year.Note];

    private static IQueryable<Edition> Live(PortalDb db, Visit visit) => db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Indicator).ForReader(visit.Culture).OrderBy(edition => edition.Slug);
}
