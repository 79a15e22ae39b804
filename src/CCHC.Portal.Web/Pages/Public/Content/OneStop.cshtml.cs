using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The one-stop desks and whether each is open at this moment (T6).</summary>
public sealed class OneStopModel(PortalDb db, Visit visit, NoticeBoard board, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Edition Edition, OneStopSite Desk, OpenNow Now)> Desks { get; private set; } = [];

    /// <summary>What was posted about each site, by its key.</summary>
    public ILookup<string, Notice> Notices { get; private set; } = Array.Empty<Notice>().ToLookup(notice => notice.About);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        Notices = await board.AboutPlaces(visit.Site.Id);
        Desks = [.. (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.OneStopSite).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => (edition, desk: edition.As<OneStopSite>())).OrderBy(pair => pair.desk.Order)
            .Select(pair => (pair.edition, pair.desk, new OpenNow(new WorkingCalendar(pair.desk.Week(), visit.Site.Holidays).At(now), VietnamTime.Day(now))))];
    }
}
