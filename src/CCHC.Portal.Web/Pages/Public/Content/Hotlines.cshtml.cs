using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Whom to call, grouped by need.</summary>
public sealed class HotlinesModel(PortalDb db, Visit visit, NoticeBoard board, TimeProvider clock) : PageModel
{
    private const int StaleAfterMonths = 6;   // F10

    public IReadOnlyList<IGrouping<HotlineNeed, (Edition Edition, Hotline Hotline)>> Groups { get; private set; } = [];

    /// <summary>What was posted about places: who wants to call there learns it first.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Notices = [.. (await board.AboutPlaces(visit.Site.Id)).SelectMany(place => place)];
        Groups = [.. (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Hotline).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => (edition, hotline: edition.As<Hotline>())).OrderBy(pair => pair.hotline.Order).GroupBy(pair => pair.hotline.Need).OrderBy(group => group.Key)];
    }

    public bool IsStale(Hotline hotline) =>
        hotline.Need != HotlineNeed.Emergency && (hotline.Confirmed is not { } day || day.AddMonths(StaleAfterMonths) < VietnamTime.Day(clock.GetUtcNow()));
}
