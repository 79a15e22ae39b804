using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The site's news for machines: RSS, Atom, the sitemap and the word to robots.</summary>
public static class Feeds
{
    private const int Newest = 30;

    public static async Task<IResult> Rss(PortalDb db, Visit visit, CancellationToken stop) =>
        Xml(new Rss20FeedFormatter(await Feed(db, visit, stop)).WriteTo, "application/rss+xml");

    public static async Task<IResult> Atom(PortalDb db, Visit visit, CancellationToken stop) =>
        Xml(new Atom10FeedFormatter(await Feed(db, visit, stop)).WriteTo, "application/atom+xml");

    public static IResult Robots(Visit visit) => Results.Text(
        $"User-agent: *\nDisallow: /quan-tri\nDisallow: /phan-anh/theo-doi\nDisallow: /tim-kiem\nSitemap: {visit.Site.Profile.BaseUrl}/sitemap.xml\n");

    public static async Task<IResult> Sitemap(PortalDb db, Visit visit, CancellationToken stop)
    {
        var live = await db.Editions.AsNoTracking().Live().OrderBy(edition => edition.Id)
            .Select(edition => new { edition.Type, edition.Slug, edition.Culture, edition.ChangedAt }).Take(30_000).ToListAsync(stop);
        var answers = await db.PublicAnswers.AsNoTracking().Published().OrderBy(answer => answer.Id).Select(answer => new { answer.Slug, answer.DecidedAt }).Take(20_000).ToListAsync(stop);
        return Xml(writer =>
        {
            const string space = "http://www.sitemaps.org/schemas/sitemap/0.9";
            writer.WriteStartElement("urlset", space);
            void Add(string address, DateTimeOffset? changed)
            {
                writer.WriteStartElement("url", space);
                writer.WriteElementString("loc", space, visit.Site.Profile.BaseUrl + address);
                if (changed is { } day)
                {
                    writer.WriteElementString("lastmod", space, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                }
                writer.WriteEndElement();
            }
            foreach (var address in new[] { "/", "/phan-anh", "/phan-anh/cong-khai", "/phan-anh/cam-ket", "/tra-cuu-ho-so", "/khan-cap", "/thu-tuc/don-gian-hoa" }.Concat(ContentTypes.All.Where(type => type != ContentTypes.StandingPage).Select(type => "/" + type.Path)))
            {
                Add(address, null);
            }
            foreach (var edition in live.Where(edition => !ContentTypes.Get(edition.Type).ListOnly))
            {
                Add((edition.Culture == "en" ? "/en" : "") + ContentTypes.Get(edition.Type).AddressOf(edition.Slug), edition.ChangedAt);
            }
            foreach (var answer in answers)
            {
                Add("/phan-anh/cong-khai/" + answer.Slug, answer.DecidedAt);
            }
            writer.WriteEndElement();
        }, "application/xml");
    }

    private static async Task<SyndicationFeed> Feed(PortalDb db, Visit visit, CancellationToken stop)
    {
        var site = visit.Site.Profile;
        var home = site.BaseUrl + (visit.IsEnglish ? "/en" : "");
        var editions = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Article).ForReader(visit.Culture).Newest().Take(Newest).ToListAsync(stop);
        return new SyndicationFeed(site.NameIn(visit.Culture), site.BodyIn(visit.Culture), new Uri(home + "/"), home + "/rss.xml",
            editions.Count == 0 ? DateTimeOffset.UnixEpoch : editions.Max(edition => edition.ChangedAt))
        {
            Language = visit.Culture,
            Items = editions.Select(edition => new SyndicationItem(edition.Title, edition.Summary, new Uri(home + edition.Address), "urn:uuid:" + edition.ItemId, edition.ChangedAt)
            {
                PublishDate = edition.PublishedAt ?? edition.ChangedAt,
            }).ToList(),
        };
    }

    internal static IResult Xml(Action<XmlWriter> write, string type)
    {
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false }))
        {
            write(writer);
        }
        return Results.Bytes(text.ToArray(), type + "; charset=utf-8");
    }
}
