using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>All life events.</summary>
public sealed class LifeEventsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, LifeEvent Life)> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Events = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.LifeEvent).ForReader(visit.Culture).ToListAsync(stop)).Select(edition => (edition, edition.As<LifeEvent>())).OrderBy(one => one.Item2.Order)];
}
