using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Leaflets, folders and posters to take home and print, newest first.</summary>
public sealed class PublicationsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, Publication Publication)> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        All = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Publication).ForReader(visit.Culture).Newest().Take(200).ToListAsync(stop))
            .Select(edition => (edition, edition.As<Publication>())).OrderByDescending(pair => pair.Item2.IssuedOn)];
}
