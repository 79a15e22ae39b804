using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Home;

/// <summary>Whom to call and what stands now, small enough for the weakest line and right without style or script.</summary>
public sealed class EmergencyModel(PortalDb db, Visit visit, NoticeBoard board, TimeProvider clock) : PageModel
{
    public Notice? Storm { get; private set; }
    public IReadOnlyList<Notice> Others { get; private set; } = [];
    public IReadOnlyList<IGrouping<HotlineNeed, (Edition Edition, Hotline Hotline)>> Groups { get; private set; } = [];
    public IReadOnlyList<Edition> Guides { get; private set; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var shown = await board.Shown(visit.Site.Id);
        Storm = shown.FirstOrDefault(notice => notice.Kind == NoticeKind.Storm);
        Others = [.. shown.Where(notice => notice.Kind != NoticeKind.Storm)];
        var live = db.Editions.AsNoTracking().Live().ForReader(visit.Culture);
        Groups = [.. (await live.OfType(ContentTypes.Hotline).ToListAsync(stop)).Select(edition => (edition, hotline: edition.As<Hotline>()))
            .OrderBy(pair => Rank(pair.hotline.Need)).ThenBy(pair => pair.hotline.Order).GroupBy(pair => pair.hotline.Need)];
        Guides = [.. (await live.OfType(ContentTypes.Guide).Newest().ToListAsync(stop)).Where(edition => edition.As<Guide>().Emergency).Take(10)];
    }

    // Life first, then those who protect it, then everything else.
    private static int Rank(HotlineNeed need) => need switch
    {
        HotlineNeed.Emergency => 0,
        HotlineNeed.Protection => 1,
        HotlineNeed.Feedback => 2,
        _ => 3,
    };
}
