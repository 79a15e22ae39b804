using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace CCHC.Portal.Tests.Web;

/// <summary>What machines read: feeds, sitemap, robots, health.</summary>
public sealed class MachinesTests(PortalHost portal)
{
    [Theory]
    [InlineData("/rss.xml", "application/rss+xml")]
    [InlineData("/atom.xml", "application/atom+xml")]
    [InlineData("/en/rss.xml", "application/rss+xml")]
    public async Task A_feed_is_valid_and_leads_to_pages_that_are_there(string path, string type)
    {
        var response = await portal.Browser().Get(path);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        using var reader = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        var feed = SyndicationFeed.Load(reader);
        Assert.NotEmpty(feed.Items);
        Assert.Equal(feed.Items.Count(), feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(feed.Items, item => Assert.StartsWith(portal.Site.Profile.BaseUrl, item.Links[0].Uri.ToString(), StringComparison.Ordinal));
        var newest = feed.Items.First().Links[0].Uri.AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(newest)).StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Every_address_of_the_sitemap_is_there()
    {
        var response = await portal.Browser().Get("/sitemap.xml");

        Assert.Equal("application/xml", response.Content.Headers.ContentType!.MediaType);
        var places = XDocument.Parse(await response.Text()).Descendants(XName.Get("loc", "http://www.sitemaps.org/schemas/sitemap/0.9")).Select(loc => loc.Value).ToList();
        Assert.True(places.Count > 50, $"{places.Count} addresses");
        Assert.Equal(places.Count, places.Distinct().Count());
        var broken = new List<string>();
        foreach (var place in places)
        {
            Assert.StartsWith(portal.Site.Profile.BaseUrl, place, StringComparison.Ordinal);
            var answer = await portal.Browser().Get(new Uri(place).PathAndQuery);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{place}: {(int)answer.StatusCode}");
            }
        }
        House.Findings.None(broken);
    }

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
