using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>All indices with their newest number, and the goals of the years.</summary>
public sealed class IndicatorsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, Indicator Indicator)> Indicators { get; private set; } = [];
    public IReadOnlyList<Edition> Goals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Indicators = [.. (await db.WithFigures(await Live(ContentTypes.Indicator).ToListAsync(stop), stop)).Select(edition => (edition, indicator: edition.As<Indicator>())).OrderBy(pair => pair.indicator.Order).ThenBy(pair => pair.edition.Title)];
        Goals = [.. (await Live(ContentTypes.YearGoals).ToListAsync(stop)).OrderByDescending(edition => edition.As<YearGoals>().Year)];
    }

    private IQueryable<Edition> Live(ContentType type) => db.Editions.AsNoTracking().Live().OfType(type).ForReader(visit.Culture);
}
