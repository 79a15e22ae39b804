using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>What was found wanting and concluded on, newest first (P8).</summary>
public sealed class CriticismsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, Criticism Criticism)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Lines = [.. (await db.Editions.AsNoTracking().Live().ForReader(visit.Culture).OfType(ContentTypes.Criticism).Newest().Take(200).ToListAsync(stop)).Select(edition => (edition, edition.As<Criticism>()))];
}
