using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The declared quality management systems; one whose declaration ran out is flagged and stays (D4).</summary>
public sealed class QualityModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Edition Edition, QualityCertificate System)> Systems { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Today = VietnamTime.Day(clock.GetUtcNow());
        Systems = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.QualityCertificate).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => (edition, system: edition.As<QualityCertificate>())).OrderByDescending(pair => pair.system.ValidUntil)];
    }
}
