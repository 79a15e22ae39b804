using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>All guides.</summary>
public sealed class GuidesModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<Edition> Guides { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Guides = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Guide).ForReader(visit.Culture).Newest().ToListAsync(stop);
}
