using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>What pages say to machines in the words of schema.org is well formed, complete, and true of the page.</summary>
public sealed class FactsTests(PortalHost portal, QuietPortal quiet)
{
    // What each kind must say, after schema.org and what search engines ask for.
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["GovernmentOrganization"] = ["name", "url", "logo"],
        ["WebSite"] = ["name", "url", "potentialAction"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["NewsArticle"] = ["headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage", "inLanguage"],
        ["HowTo"] = ["name", "step"],
        ["FAQPage"] = ["mainEntity"],
        ["GovernmentService"] = ["name", "url", "provider", "serviceType", "audience", "areaServed"],
        ["GovernmentOffice"] = ["name", "url", "parentOrganization"],
        ["Legislation"] = ["name", "legislationIdentifier", "legislationType", "legislationPassedBy", "abstract"],
    };

    [Fact]
    public async Task Every_page_of_every_kind_says_complete_facts_that_stand_on_it()
    {
        var live = await quiet.Portal.Inside((_, db) => db.Editions.AsNoTracking().Live().ToListAsync());
        var pages = live.Where(edition => !edition.Kind.ListOnly).Select(edition => (edition.Culture == "en" ? "/en" : "") + edition.Address).Concat(["/", "/en", "/thu-tuc", "/van-ban", "/en/duong-day-nong"]);
        var (broken, seen) = (new List<string>(), new HashSet<string>());
        foreach (var page in pages)
        {
            var html = await (await quiet.Portal.Browser().Get(page)).Read();
            foreach (var thing in Said(html))
            {
                var type = thing.GetProperty("@type").GetString()!;
                seen.Add(type);
                broken.AddRange(Required[type].Where(name => !thing.TryGetProperty(name, out _)).Select(name => $"{page}: {type} without {name}"));
                broken.AddRange(Untrue(thing, html).Select(words => $"{page}: {type} says “{words}”, the page does not"));
            }
        }

        House.Findings.None(broken);
        Assert.Empty(Required.Keys.Except(seen));
    }

    [Fact]
    public async Task What_is_not_translated_names_its_Vietnamese_address_in_facts_and_feeds()
    {
        var live = await portal.Inside((_, db) => db.Editions.AsNoTracking().Live().OfType(ContentTypes.Article).Where(edition => edition.Culture == "vi" && !edition.Item!.Editions.Any(other => other.Culture == "en")).Newest().FirstAsync());

        var page = await (await portal.Browser().Get("/en" + live.Address)).Read();
        var feed = await (await portal.Browser().Get("/en/rss.xml")).Text();

        var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href");
        Assert.Equal(portal.Site.Profile.BaseUrl + live.Address, canonical);
        Assert.Equal(canonical, Said(page).Single(thing => thing.GetProperty("@type").GetString() == "NewsArticle").GetProperty("mainEntityOfPage").GetString());
        Assert.Contains($"<link>{canonical}</link>", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_an_editor_writes_ends_the_data_and_becomes_a_script()
    {
        const string hostile = "</script><script>alert(1)</script> & \"phà\" 'mới'";
        var slug = "tin-pha-" + Random.Shared.Next().ToString(CultureInfo.InvariantCulture);
        await portal.Inside(async (services, db) =>
        {
            var edition = Given.LiveEdition(new Article { Byline = hostile }, hostile, slug, now: TimeProvider.System.GetUtcNow());
            db.AddRange(edition.Item!, edition);
            await db.SaveChangesAsync();
            await services.GetRequiredService<IndexWatchers>().Changed(portal.Site.Id, CancellationToken.None);
            return 0;
        });

        var html = await (await portal.Browser().Get("/tin-tuc/" + slug)).Read();

        var news = Said(html).Single(thing => thing.GetProperty("@type").GetString() == "NewsArticle");
        Assert.Equal(hostile, news.GetProperty("headline").GetString());
        Assert.Equal(hostile, news.GetProperty("creditText").GetString());
        Assert.DoesNotContain(html.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal) && script.GetAttribute("type") != "application/ld+json");
    }

    [Fact]
    public async Task A_sample_figure_is_not_told_to_machines_which_would_not_see_that_it_is_one()
    {
        var samples = (await portal.Inside((_, db) => db.Editions.AsNoTracking().Live().OfType(ContentTypes.Procedure).Where(edition => edition.Culture == "vi").ToListAsync()))
            .Where(edition => edition.Body is Procedure { Sample: true, IsGone: false }).Take(3).ToList();

        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var service = Said(await (await portal.Browser().Get(sample.Address)).Read()).Single(thing => thing.GetProperty("@type").GetString() == "GovernmentService");
            Assert.False(service.TryGetProperty("offers", out _));
            Assert.False(service.TryGetProperty("identifier", out _) && ((Procedure)sample.Body).HasSampleCode);
        }
    }

    private static IReadOnlyList<JsonElement> Said(IDocument html)
    {
        var things = html.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement).ToList();
        Assert.NotEmpty(things);
        Assert.All(things, thing => Assert.Equal("https://schema.org", thing.GetProperty("@context").GetString()));
        return things;
    }

    /// <summary>Names and steps that the page does not show.</summary>
    private static IEnumerable<string> Untrue(JsonElement thing, IDocument html)
    {
        var shown = Plain(html.Body!.QuerySelector("main")!.TextContent + html.Title + html.QuerySelector("footer")!.TextContent + html.QuerySelector("header")!.TextContent);
        string[] told = thing.GetProperty("@type").GetString() switch
        {
            "NewsArticle" => [Text(thing, "headline"), Text(thing, "description")],
            "BreadcrumbList" => [.. thing.GetProperty("itemListElement").EnumerateArray().Select(step => Text(step, "name"))],
            "HowTo" => [.. thing.GetProperty("step").EnumerateArray().Select(step => Text(step, "name"))],
            "FAQPage" => [.. thing.GetProperty("mainEntity").EnumerateArray().Select(question => Text(question, "name"))],
            "Legislation" => [Text(thing, "legislationIdentifier"), Text(thing, "abstract")],
            "GovernmentService" => [Text(thing, "name"), Text(thing.GetProperty("audience"), "audienceType"), Text(thing.GetProperty("provider"), "name")],
            _ => [Text(thing, "name")],
        };
        return told.Where(words => !shown.Contains(Plain(words), StringComparison.Ordinal));
    }

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
