using CCHC.Portal.Content;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Every part of the site on one page, and its feeds.</summary>
public sealed class SiteMapPageModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<Edition> Pages { get; private set; } = [];

    /// <summary>The units whose news can be followed by themselves.</summary>
    public IReadOnlyList<(string Code, string Name)> Units => [.. visit.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer).Select(unit => (unit.Code, unit.NameIn(visit.Culture)))];

    public async Task OnGetAsync(CancellationToken stop) =>
        Pages = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.StandingPage).ForReader(visit.Culture).OrderBy(e => e.Title).ToListAsync(stop);
}
