using System.ServiceModel.Syndication;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>What is new for feed readers, as RSS and Atom: the news, one type, one topic, one unit.</summary>
public static class Feeds
{
    private const int Newest = 30, Looked = 200;

    public static void Map(WebApplication app)
    {
        Feed(app, "", (Lists lists, CancellationToken stop) => lists.OfType(ContentTypes.Article, stop));
        foreach (var type in ContentTypes.All.Where(type => type != ContentTypes.StandingPage))
        {
            Feed(app, "/" + type.Path, (Lists lists, CancellationToken stop) => lists.OfType(type, stop));
        }
        Feed(app, "/chu-de/{slug}", (string slug, Lists lists, CancellationToken stop) => lists.About(slug, stop));
        Feed(app, "/don-vi/{code}", (string code, Lists lists, CancellationToken stop) => lists.OfUnit(code, stop));
    }

    /// <summary>The feed that goes with an address, under which word readers find it; null when only the news' does.</summary>
    public static (string Address, string Title)? Beside(string path, string culture)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var section, ..] && ContentTypes.At(section) is { } type && type != ContentTypes.StandingPage
            ? type == ContentTypes.Topic && parts.Length == 2 ? ($"/{section}/{parts[1]}", "") : ("/" + section, type.NameIn(culture))
            : null;
    }

    private static void Feed(WebApplication app, string address, Delegate list)
    {
        foreach (var form in new[] { "rss", "atom" })
        {
            app.MapGet($"{address}/{form}.xml", list).AddEndpointFilter(async (context, next) => await next(context) is NewThings news ? news.As(form, context.HttpContext) : Results.NotFound())
                .AllowAnonymous().CacheOutput(PublicCache.Policy).ExcludeFromDescription();
        }
    }

    /// <summary>What a feed tells: its own title, the page it belongs to, the newest things there.</summary>
    private sealed record NewThings(string Title, string Page, IReadOnlyList<Edition> Editions, Visit Visit)
    {
        public IResult As(string form, HttpContext context)
        {
            var site = Visit.Site.Profile;
            var home = site.BaseUrl + (Visit.IsEnglish ? "/en" : "");
            var self = new Uri(home + context.Request.Path.ToUriComponent());
            var type = $"application/{form}+xml";
            var feed = new SyndicationFeed(Title == "" ? site.NameIn(Visit.Culture) : $"{Title} – {site.NameIn(Visit.Culture)}", site.BodyIn(Visit.Culture), new Uri(home + Page), self.ToString(),
                Editions.Count == 0 ? DateTimeOffset.UnixEpoch : Editions.Max(edition => edition.ChangedAt))
            {
                Language = Visit.Culture,
                Items = [.. Editions.Select(Item)],
            };
            feed.Authors.Add(new SyndicationPerson { Name = site.BodyIn(Visit.Culture) });
            feed.Links.Add(SyndicationLink.CreateSelfLink(self, type));
            return Tagged.Xml(form == "rss" ? new Rss20FeedFormatter(feed).WriteTo : new Atom10FeedFormatter(feed).WriteTo, type);
        }

        private SyndicationItem Item(Edition edition)
        {
            var item = new SyndicationItem(edition.Title, edition.Summary, new Uri(edition.AddressAt(Visit.Site.Profile.BaseUrl)), "urn:uuid:" + edition.ItemId, edition.ChangedAt) { PublishDate = edition.PublishedAt ?? edition.ChangedAt };
            item.Categories.Add(new SyndicationCategory(edition.Kind.NameIn(Visit.Culture)));
            return item;
        }
    }

    /// <summary>The lists that feeds are made of.</summary>
    public sealed class Lists(PortalDb db, Visit visit)
    {
        public async Task<object?> OfType(ContentType type, CancellationToken stop) =>
            new NewThings(type == ContentTypes.Article ? "" : type.NameIn(visit.Culture), type == ContentTypes.Article ? "/" : "/" + type.Path, await New(Live.OfType(type), stop), visit);

        public async Task<object?> About(string slug, CancellationToken stop) =>
            await Live.Include(edition => edition.Item).OfType(ContentTypes.Topic).FirstOrDefaultAsync(edition => edition.Slug == slug, stop) is { } topic
                ? new NewThings(topic.Title, topic.Address, await New(Live.About((await db.TopicTree(stop)).With(topic.Item!.Key)), stop), visit) : null;

        public async Task<object?> OfUnit(string code, CancellationToken stop) =>
            visit.Site.UnitByCode(code) is { } unit ? new NewThings(unit.NameIn(visit.Culture), "/", await New(Live.Where(edition => edition.Item!.OwnerUnit == unit.Code), stop), visit) : null;

        private IQueryable<Edition> Live => db.Editions.AsNoTracking().Live().ForReader(visit.Culture);

        private static async Task<IReadOnlyList<Edition>> New(IQueryable<Edition> editions, CancellationToken stop) =>
            [.. (await editions.Newest().Take(Looked).ToListAsync(stop)).Where(edition => !edition.Body.IsGone).Take(Newest)];
    }
}
