using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>How the one-stop sites keep their promises: the newest figures of each (T7).</summary>
public sealed class DossierCountsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, DossierFigures Figures)> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Tables = [.. (await db.WithFigures(await db.Editions.AsNoTracking().Live().OfType(ContentTypes.DossierFigures).ForReader(visit.Culture).ToListAsync(stop), stop))
            .Select(edition => (edition, figures: edition.As<DossierFigures>())).OrderBy(pair => pair.figures.Order).ThenBy(pair => pair.edition.Title)];
}
