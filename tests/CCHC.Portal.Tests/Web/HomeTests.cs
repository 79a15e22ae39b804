using System.Net;

namespace CCHC.Portal.Tests.Web;

public sealed class HomeTests(PortalHost portal)
{
    [Fact]
    public async Task The_first_page_asks_what_the_visitor_needs_and_leaves_no_cookie()
    {
        var response = await portal.Browser().Get("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await response.Read();
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Hôm nay bạn cần làm việc gì?", page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.QuerySelectorAll(".news .story"));
        Assert.Equal(6, page.QuerySelectorAll(".pillars .pillar").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".cards li"));
    }

    [Fact]
    public async Task Vietnamese_letters_stand_in_the_page_as_they_are()
    {
        var html = await (await portal.Browser().Get("/")).Text();

        Assert.Contains("Hôm nay bạn cần làm việc gì?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_picture_of_the_first_page_has_words_or_says_it_only_decorates()
    {
        var page = await (await portal.Browser().Get("/")).Read();

        var pictures = page.QuerySelectorAll("img");
        Assert.All(pictures, picture => Assert.True(picture.HasAttribute("alt"), picture.OuterHtml));
        Assert.Contains(pictures, picture => picture.GetAttribute("alt")!.Length > 10);
        Assert.All(pictures, picture => Assert.True(picture.HasAttribute("width") && picture.HasAttribute("height"), picture.OuterHtml));
    }

    [Fact]
    public async Task The_page_carries_nothing_a_strict_content_policy_forbids()
    {
        var page = await (await portal.Browser().Get("/")).Read();

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']), [onclick], [onload], [onsubmit]"));
        Assert.All(page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=preload]"), asset =>
            Assert.StartsWith("/", asset.GetAttribute("src") ?? asset.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_the_page_names_is_there_and_may_be_kept()
    {
        var browser = portal.Browser();
        var page = await (await browser.Get("/")).Read();

        var files = page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon], img[src], svg use")
            .Select(node => (node.GetAttribute("src") ?? node.GetAttribute("href"))!.Split('#')[0]).Where(address => address != "").Distinct().ToList();
        Assert.True(files.Count > 4);
        foreach (var file in files)
        {
            var response = await browser.Get(file);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{file} answered {(int)response.StatusCode}");
            Assert.Contains(file.StartsWith("/tep/", StringComparison.Ordinal) ? "max-age=3600" : "immutable", response.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task English_is_the_same_page_under_en_with_links_that_stay_there()
    {
        var page = await (await portal.Browser().Get("/en")).Read();

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual("Hôm nay bạn cần làm việc gì?", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll("nav .n a"), link => Assert.StartsWith("/en", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.EndsWith("/en/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
