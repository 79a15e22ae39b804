using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using CCHC.Portal.Content;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web;

/// <summary>What machines read: feeds, sitemap, robots, health.</summary>
public sealed class MachinesTests(QuietPortal quiet)
{
    private readonly PortalHost portal = quiet.Portal;

    [Theory]
    [InlineData("/rss.xml", "application/rss+xml")]
    [InlineData("/atom.xml", "application/atom+xml")]
    [InlineData("/en/rss.xml", "application/rss+xml")]
    [InlineData("/thu-tuc/rss.xml", "application/rss+xml")]
    [InlineData("/van-ban/atom.xml", "application/atom+xml")]
    [InlineData("/duong-day-nong/rss.xml", "application/rss+xml")]
    [InlineData("/don-vi/TTPVHCC/atom.xml", "application/atom+xml")]
    public async Task A_feed_is_valid_names_itself_and_leads_to_pages_that_are_there(string path, string type)
    {
        var response = await portal.Browser().Get(path);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        var text = await response.Text();
        using var reader = XmlReader.Create(new StringReader(text));
        var feed = SyndicationFeed.Load(reader);
        Assert.NotEmpty(feed.Items);
        Assert.Contains(feed.Links, link => link.RelationshipType == "self" && link.Uri.ToString() == portal.Site.Profile.BaseUrl + path);
        Assert.Equal(feed.Items.Count(), feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(feed.Items, item => Assert.StartsWith(portal.Site.Profile.BaseUrl, item.Links[0].Uri.ToString(), StringComparison.Ordinal));
        var newest = feed.Items.First().Links[0].Uri.AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(newest)).StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotModified, (await portal.Browser().Get(path, ("If-None-Match", response.Header("ETag")))).StatusCode);
    }

    [Fact]
    public async Task A_page_names_the_feeds_of_its_type_and_a_topic_has_one_of_its_own()
    {
        var topic = await portal.Inside((_, db) => db.Editions.Live().OfType(ContentTypes.Topic).Where(edition => edition.Culture == "vi").OrderBy(edition => edition.Id).FirstAsync());

        var named = (await (await portal.Browser().Get(topic.Address)).Read()).QuerySelectorAll("link[rel=alternate][type$=xml]").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(["/rss.xml", topic.Address + "/rss.xml", topic.Address + "/atom.xml"], named.Take(3));   // then that of its unit, if it has one
        foreach (var address in named)
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(address!)).StatusCode);
        }
        foreach (var nowhere in new[] { "/chu-de/khong-co/rss.xml", "/don-vi/KHONG-CO/rss.xml", "/sitemap/khong-co.xml", "/sitemap/tin-tuc-99.xml", "/sitemap/thu-tuc-0.xml", "/sitemap/tra-loi-0.xml", "/sitemap/duong-day-nong.xml" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(nowhere)).StatusCode);
        }
    }

    [Fact]
    public async Task Every_address_of_the_sitemaps_is_there_and_lets_itself_be_found_in_both_languages()
    {
        var index = await portal.Browser().Get("/sitemap.xml");
        Assert.Equal("application/xml", index.Content.Headers.ContentType!.MediaType);
        var files = Places(await index.Text(), "loc");
        Assert.Contains(portal.Site.Profile.BaseUrl + "/sitemap/thu-tuc.xml", files);
        var (places, named) = (new List<string>(), new List<string>());
        foreach (var file in files)
        {
            var text = await (await portal.Browser().Get(new Uri(file).PathAndQuery)).Text();
            places.AddRange(Places(text, "loc"));
            named.AddRange(XDocument.Parse(text).Descendants(XName.Get("link", "http://www.w3.org/1999/xhtml")).Select(link => link.Attribute("href")!.Value));
        }

        Assert.True(places.Count > 100, $"{places.Count} addresses");
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.Empty(named.Except(places));
        foreach (var expected in new[] { "/", "/en", "/thu-tuc", "/phan-anh/gui", "/en/duong-day-nong", "/tim-kiem" })
        {
            Assert.Contains(portal.Site.Profile.BaseUrl + expected, places);
        }
        var broken = new List<string>();
        foreach (var place in places)
        {
            Assert.StartsWith(portal.Site.Profile.BaseUrl, place, StringComparison.Ordinal);
            var answer = await portal.Browser().Get(new Uri(place).PathAndQuery);
            if (answer.StatusCode != HttpStatusCode.OK || (await answer.Text()).Contains("content=\"noindex\"", StringComparison.Ordinal))
            {
                broken.Add($"{place}: {(int)answer.StatusCode}");
            }
        }
        House.Findings.None(broken);
    }

    private static List<string> Places(string xml, string name) => [.. XDocument.Parse(xml).Descendants(XName.Get(name, "http://www.sitemaps.org/schemas/sitemap/0.9")).Select(loc => loc.Value)];

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is_and_where_not_to_look()
    {
        var text = await (await portal.Browser().Get("/robots.txt")).Text();

        Assert.Contains($"Sitemap: {portal.Site.Profile.BaseUrl}/sitemap.xml", text, StringComparison.Ordinal);
        Assert.Contains("Disallow: /quan-tri", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_alive_and_readiness_says_of_what()
    {
        Assert.Equal("ok", await (await portal.Browser().Get("/healthz")).Text());
        var ready = await portal.Browser().Get("/readyz");
        var checks = System.Text.Json.JsonDocument.Parse(await ready.Text()).RootElement;
        Assert.True(checks.GetProperty("database").GetBoolean());
        Assert.True(checks.GetProperty("disk").GetBoolean());
        Assert.False(ready.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Figures_of_the_server_are_for_this_machine_only() =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/metrics")).StatusCode);
}
