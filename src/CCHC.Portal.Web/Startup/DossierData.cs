using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The figures of dossiers as open data: the same numbers as the pages; an empty cell was not published. The desk takes the same columns back.</summary>
public static class DossierData
{
    public static async Task<IResult> All(PortalDb db, Visit visit, CancellationToken stop) => OpenCsv.File(Rows(await db.WithFigures(await Live(db, visit).ToListAsync(stop), stop)), "so-lieu-mot-cua.csv");

    public static async Task<IResult> One(string slug, PortalDb db, Visit visit, CancellationToken stop) =>
        await Live(db, visit).Where(edition => edition.Slug == slug).Take(1).ToListAsync(stop) is { Count: > 0 } found ? OpenCsv.File(Rows(await db.WithFigures(found, stop)), $"so-lieu-mot-cua-{slug}.csv") : Results.NotFound();

    private static string Rows(IEnumerable<Edition> editions) => OpenCsv.Text(DossierSheet.Columns, editions.SelectMany(edition => edition.As<DossierFigures>().InOrder.Select(period => Row(edition.Item!.Key, period))));

    private static string?[] Row(string key, DossierPeriod period) =>
        [key, OpenCsv.Day(period.From), OpenCsv.Day(period.Until), period.Name, .. period.Came.Concat(period.Went).Select(OpenCsv.Whole), OpenCsv.Day(period.ClosedOn), period.Source, period.Sample ? "x" : "", period.Note];

    private static IQueryable<Edition> Live(PortalDb db, Visit visit) => db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.DossierFigures).ForReader(visit.Culture).OrderBy(edition => edition.Slug);
}
