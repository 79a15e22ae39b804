using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Incidents;

/// <summary>The book of incidents with personal data, open ones first.</summary>
[Needs(Deed.ReadIncidents)]
public sealed class IndexModel(PortalDb db, TimeProvider clock) : PageModel
{
    private const int Most = 500;

    public IReadOnlyList<Incident> Lines { get; private set; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop) =>
        Lines = await db.Incidents.AsNoTracking().OrderBy(one => one.ClosedAt == null ? 0 : 1).ThenByDescending(one => one.DiscoveredAt).Take(Most).ToListAsync(stop);
}
