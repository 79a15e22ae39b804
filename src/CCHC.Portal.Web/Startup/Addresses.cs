using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>Every public address for search engines: an index of sitemaps, one for each type, with the day of the last change and the other language; and the word to robots.</summary>
public static partial class Addresses
{
    /// <summary>The most addresses of one file; the protocol allows 50,000.</summary>
    public const int MostOfFile = 20_000;

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9", Xhtml = "http://www.w3.org/1999/xhtml", Pages = "trang-chinh", Answers = "tra-loi";

    // Forms and the search are never kept ready, but they are what people look for; what answers only programs is not looked for.
    private static readonly string[] Forms = ["/tim-kiem", "/phan-anh/gui", "/phan-anh/tra-cuu"], NotLookedFor = ["/tim-kiem/goi-y", Offline.Page, Offline.Write];

    public static IResult Robots(Visit visit) => Results.Text(
        $"User-agent: *\nDisallow: /quan-tri\nDisallow: /phan-anh/theo-doi\nDisallow: /en/phan-anh/theo-doi\nDisallow: /tim-kiem?\nDisallow: /en/tim-kiem?\nSitemap: {visit.Site.Profile.BaseUrl}/sitemap.xml\n");

    public static async Task<IResult> Index(PortalDb db, Visit visit, CancellationToken stop)
    {
        var listed = ContentTypes.All.Where(type => !type.ListOnly).Select(type => type.Key).ToList();
        var types = await db.Editions.AsNoTracking().Live().Where(edition => listed.Contains(edition.Type)).GroupBy(edition => edition.Type)
            .Select(group => new { Type = group.Key, Count = group.Count(), Changed = group.Max(edition => edition.ChangedAt) }).ToListAsync(stop);
        var answers = await db.PublicAnswers.AsNoTracking().Published().GroupBy(answer => answer.State).Select(group => new { Count = group.Count(), Changed = group.Max(answer => answer.DecidedAt) }).FirstOrDefaultAsync(stop);
        var files = types.OrderBy(type => type.Type).Select(type => (Name: ContentTypes.Get(type.Type).Path, type.Count, Changed: (DateTimeOffset?)type.Changed))
            .Prepend((Pages, 1, null)).Concat(answers is null ? [] : [(Answers, answers.Count, answers.Changed)]);
        return Tagged.Xml(xml =>
        {
            xml.WriteStartElement("sitemapindex", Space);
            foreach (var (name, count, changed) in files)
            {
                for (var number = 1; number <= (count + MostOfFile - 1) / MostOfFile; number++)
                {
                    xml.WriteStartElement("sitemap", Space);
                    xml.WriteElementString("loc", Space, $"{visit.Site.Profile.BaseUrl}/sitemap/{name}{(number == 1 ? "" : $"-{number}")}.xml");
                    Changed(xml, changed);
                    xml.WriteEndElement();
                }
            }
            xml.WriteEndElement();
        }, "application/xml");
    }

    public static async Task<IResult> File(string name, PortalDb db, Visit visit, EndpointDataSource doors, CancellationToken stop)
    {
        var asked = Named().Match(name);
        var number = asked.Groups[2].Success ? int.Parse(asked.Groups[2].Value, CultureInfo.InvariantCulture) : 1;
        var addresses = asked.Groups[1].Value switch
        {
            Pages when number == 1 => OfPages(visit, doors),
            Answers => await OfAnswers(db, number, stop),
            var path when ContentTypes.At(path) is { ListOnly: false } type => await OfType(type, db, number, stop),
            _ => [],
        };
        return addresses.Count == 0 ? Results.NotFound() : Tagged.Xml(xml => Write(xml, visit.Site.Profile.BaseUrl, addresses), "application/xml");
    }

    // Every page of the public's that is kept ready and asks for nothing.
    private static IReadOnlyList<Address> OfPages(Visit visit, EndpointDataSource doors) =>
        [.. doors.Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith("/Public/", StringComparison.Ordinal) == true
                && door.Metadata.GetMetadata<OutputCacheAttribute>() is not null && door.RoutePattern.Parameters.Count == 0)
            .Select(door => "/" + door.RoutePattern.RawText!.Trim('/')).Except(NotLookedFor).Concat(Forms).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(path => Both(path, visit.Site.Profile.Cultures.Contains("en")))];

    private static async Task<IReadOnlyList<Address>> OfType(ContentType type, PortalDb db, int number, CancellationToken stop)
    {
        var live = await db.Editions.AsNoTracking().Live().OfType(type).OrderBy(edition => edition.ItemId).ThenByDescending(edition => edition.Culture)
            .Skip((number - 1) * MostOfFile).Take(MostOfFile).Select(edition => new { edition.ItemId, edition.Slug, edition.Culture, edition.ChangedAt }).ToListAsync(stop);
        return [.. live.GroupBy(edition => edition.ItemId).SelectMany(item => item.Select(edition => new Address(
            (edition.Culture == "en" ? "/en" : "") + type.AddressOf(edition.Slug), edition.ChangedAt,
            item.Count() == 1 ? [] : [.. item.Select(other => (other.Culture, (other.Culture == "en" ? "/en" : "") + type.AddressOf(other.Slug)))])))];
    }

    private static async Task<IReadOnlyList<Address>> OfAnswers(PortalDb db, int number, CancellationToken stop) =>
        [.. (await db.PublicAnswers.AsNoTracking().Published().OrderBy(answer => answer.Id).Skip((number - 1) * MostOfFile).Take(MostOfFile).Select(answer => new { answer.Slug, answer.DecidedAt }).ToListAsync(stop))
            .Select(answer => new Address("/phan-anh/cong-khai/" + answer.Slug, answer.DecidedAt, []))];

    private static IEnumerable<Address> Both(string path, bool hasEnglish)
    {
        var english = "/en" + (path == "/" ? "" : path);
        (string, string)[] both = [("vi", path), ("en", english)];
        return hasEnglish ? [new(path, null, both), new(english, null, both)] : [new(path, null, [])];
    }

    private static void Write(XmlWriter xml, string host, IReadOnlyList<Address> addresses)
    {
        xml.WriteStartElement("urlset", Space);
        xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        foreach (var address in addresses)
        {
            xml.WriteStartElement("url", Space);
            xml.WriteElementString("loc", Space, host + address.Path);
            Changed(xml, address.Changed);
            foreach (var (culture, path) in address.Languages)
            {
                xml.WriteStartElement("link", Xhtml);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", culture);
                xml.WriteAttributeString("href", host + path);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Changed(XmlWriter xml, DateTimeOffset? at)
    {
        if (at is { } moment)
        {
            xml.WriteElementString("lastmod", Space, When.Iso(moment));
        }
    }

    [GeneratedRegex("^(.+?)(?:-([1-9][0-9]{0,3}))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    /// <summary>One address with its last change and its languages.</summary>
    private sealed record Address(string Path, DateTimeOffset? Changed, IReadOnlyList<(string Culture, string Path)> Languages);
}
