using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
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
        NeverKeepBeyond(Groups.SelectMany(group => group).Select(pair => pair.Hotline.NextDuty(Today)).Min());
    }

    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    // The name of yesterday's officer must not be read after midnight.
    private void NeverKeepBeyond(DateOnly? change)
    {
        if (change is { } day && HttpContext.Features.Get<IOutputCacheFeature>()?.Context is { } cache && VietnamTime.At(day, TimeOnly.MinValue) - clock.GetUtcNow() is var left && left < (cache.ResponseExpirationTimeSpan ?? TimeSpan.MaxValue))
        {
            cache.ResponseExpirationTimeSpan = left;
        }
    }

    public bool IsStale(Hotline hotline) =>
        hotline.Need != HotlineNeed.Emergency && (hotline.Confirmed is not { } day || day.AddMonths(StaleAfterMonths) < Today);
}
