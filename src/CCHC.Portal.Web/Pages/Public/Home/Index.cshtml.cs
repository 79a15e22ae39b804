using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Home;

/// <summary>The first page: ask, act, read.</summary>
public sealed class IndexModel(PortalDb db, Visit visit, Translator t, NoticeBoard board, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Story> News { get; private set; } = [];
    public IReadOnlyList<Story> Guides { get; private set; } = [];
    public IReadOnlyList<HomePillar> Pillars { get; private set; } = [];
    public string DirectionSlug { get; private set; } = "";
    public HomeDesk? Desk { get; private set; }
    public IReadOnlyList<HomeLink> Links { get; private set; } = [];
    public IReadOnlyList<ModelCard> Models { get; private set; } = [];

    /// <summary>The numbers for emergencies, first on the page while the storm switch is on.</summary>
    public IReadOnlyList<FrameNumber> Emergency { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Emergency = await board.Storm(visit.Site.Id) is null ? [] : [.. (await Live(ContentTypes.Hotline).ToListAsync(stop)).Select(edition => (edition, hotline: edition.As<Hotline>()))
            .Where(pair => pair.hotline.Need is HotlineNeed.Emergency or HotlineNeed.Protection).OrderBy(pair => pair.hotline.Need).ThenBy(pair => pair.hotline.Order)
            .Select(pair => new FrameNumber(pair.edition.Title, pair.hotline.Phone, pair.hotline.Dial))];
        var topics = await Live(ContentTypes.Topic).ToListAsync(stop);
        var names = topics.ToDictionary(topic => topic.Item!.Key, topic => topic.Title);
        News = [.. (await Live(ContentTypes.Article).Include(e => e.Topics).Newest().Take(5).ToListAsync(stop))
            .Select(edition => Story.Of(edition, edition.Topics.Select(topic => names.GetValueOrDefault(topic.Topic)).FirstOrDefault(name => name is not null) ?? t[edition.As<Article>().Kind.Vi()]))];
        Guides = [.. (await Live(ContentTypes.Guide).Newest().Take(3).ToListAsync(stop)).Select(edition => Story.Of(edition, ""))];
        Pillars = [.. topics.Select(edition => (edition, topic: edition.As<Topic>())).Where(pair => !string.IsNullOrEmpty(pair.topic.Roman)).OrderBy(pair => pair.topic.Order)
            .Select(pair => new HomePillar(pair.topic.Roman!, pair.edition.Title, pair.topic.Short, pair.edition.Address))];
        DirectionSlug = topics.FirstOrDefault(edition => edition.As<Topic>().Pillar == ReformPillar.Direction)?.Slug ?? "";
        Links = [.. (await db.Services(visit.Culture, stop)).Where(service => !service.IsStopped).Take(6).Select(service => new HomeLink(service.Edition.Title, service.Link.Url, service.Link.UseFor, service.Link.Icon))];
        Models = [.. (await Live(ContentTypes.ReformModel).Newest().Take(3).ToListAsync(stop)).Select(ModelCard.Of)];
        Desk = (await Live(ContentTypes.OneStopSite).ToListAsync(stop)).Select(edition => (edition, desk: edition.As<OneStopSite>()))
            .OrderBy(pair => pair.desk.Order).Select(pair => DeskOf(pair.edition, pair.desk)).FirstOrDefault();
    }

    private IQueryable<Edition> Live(ContentType type) => db.Editions.AsNoTracking().Include(e => e.Item).Live().OfType(type).ForReader(visit.Culture);

    private HomeDesk DeskOf(Edition edition, OneStopSite desk)
    {
        var now = clock.GetUtcNow();
        var calendar = new WorkingCalendar(desk.Week(), visit.Site.Holidays);
        return new HomeDesk(edition.Title, edition.Address, desk.Cover, desk.Address, new OpenNow(calendar.At(now), VietnamTime.Day(now)), desk.Sample);
    }
}

public sealed record HomePillar(string Roman, string Title, string Short, string Address);

public sealed record HomeDesk(string Title, string Address, string? Cover, string Place, OpenNow Now, bool Sample);

public sealed record HomeLink(string Title, string Url, string UseFor, string Icon);
