using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>Public pages lie ready for everybody, and nobody ever gets what was made for somebody else.</summary>
public sealed class CacheTests(PortalHost portal)
{
    [Fact]
    public async Task The_second_visitor_gets_the_page_that_was_made_for_the_first()
    {
        var (first, second) = await Twice("/", "/");

        Assert.True(second.WasKeptReady());
        Assert.Equal(await first.Text(), await second.Text());
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_query_key_nobody_listed_is_the_same_page()
    {
        var (_, second) = await Twice("/", "/?random=" + Random.Shared.Next());

        Assert.True(second.WasKeptReady());
    }

    [Fact]
    public async Task A_returning_visitor_with_strange_cookies_gets_the_same_page()
    {
        await Eventually(async () =>
        {
            await portal.Browser().Get("/");
            var returning = await portal.Browser().WithCookie("_ga", "GA1.2.3").WithCookie("portal.form", "CfDJ8x").Get("/");
            return returning.WasKeptReady();
        });
    }

    [Fact]
    public async Task Somebody_signed_in_never_gets_nor_makes_a_page_of_the_cache()
    {
        var officer = await portal.Browser().SignIn("bientap");
        await portal.Browser().Get("/");

        Assert.False((await officer.Get("/")).WasKeptReady());
    }

    [Fact]
    public async Task English_and_Vietnamese_are_two_pages()
    {
        var (vietnamese, english) = (await portal.Browser().Get("/"), await portal.Browser().Get("/en"));

        Assert.Equal("vi", (await vietnamese.Read()).DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await english.Read()).DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await (await portal.Browser().Get("/en")).Read()).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Asking_for_the_head_does_not_empty_the_page_for_others()
    {
        var browser = portal.Browser();

        var head = await browser.Head("/?look=head");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("text/html", head.Content.Headers.ContentType!.MediaType);
        Assert.Contains("</html>", await (await browser.Get("/?look=head")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_wants_high_contrast_does_not_change_the_page_of_others()
    {
        var contrast = portal.Browser().WithCookie("tuong-phan", "cao");
        await contrast.Get("/");

        var theirs = await (await contrast.Get("/")).Read();
        var plain = await (await portal.Browser().Get("/")).Read();

        Assert.Equal("more", theirs.DocumentElement.GetAttribute("data-contrast"));
        Assert.NotEqual("more", plain.DocumentElement.GetAttribute("data-contrast"));
    }

    [Fact]
    public async Task A_compressed_page_is_kept_apart_from_the_plain_one()
    {
        var browser = portal.Browser();
        await browser.Get("/", ("Accept-Encoding", "br"));

        var packed = await browser.Get("/", ("Accept-Encoding", "br"));
        var plain = await browser.Get("/");

        Assert.Equal("br", packed.Header("Content-Encoding"));
        Assert.Equal("", plain.Header("Content-Encoding"));
        Assert.Contains("<!doctype html>", await plain.Text(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", packed.Header("Vary"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_that_was_not_found_is_not_kept()
    {
        var path = "/khong-co-" + Random.Shared.Next();
        await portal.Browser().Get(path);

        Assert.False((await portal.Browser().Get(path)).WasKeptReady());
    }

    [Fact]
    public async Task What_is_published_is_seen_at_once()
    {
        var title = "Tin vừa đăng số " + Random.Shared.Next();
        await portal.Browser().Get("/");

        await portal.Publish(new Article(), title);

        Assert.Contains(title, await (await portal.Browser().Get("/")).Text(), StringComparison.Ordinal);
        Assert.Contains(title, await (await portal.Browser().Get("/rss.xml")).Text(), StringComparison.Ordinal);
    }

    // Another test may publish between two requests and empty the cache.
    private async Task<(HttpResponseMessage First, HttpResponseMessage Second)> Twice(string one, string other)
    {
        for (var attempt = 0; ; attempt++)
        {
            var first = await portal.Browser().Get(one);
            var second = await portal.Browser().Get(other);
            if (second.WasKeptReady() || attempt == 4)
            {
                return (first, second);
            }
        }
    }

    private static async Task Eventually(Func<Task<bool>> happens)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (await happens())
            {
                return;
            }
        }
        Assert.Fail("It did not happen in five attempts.");
    }
}
