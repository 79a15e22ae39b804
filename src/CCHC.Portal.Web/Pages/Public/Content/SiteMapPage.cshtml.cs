using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Every part of the site on one page, and its feeds.</summary>
public sealed class SiteMapPageModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<Edition> Pages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Pages = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.StandingPage).ForReader(visit.Culture).OrderBy(e => e.Title).ToListAsync(stop);
}
