using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Content;

public sealed class UsefulTests(PortalHost portal)
{
    private const string Guide = "/huong-dan/tra-cuu-ho-so";

    [Fact]
    public async Task The_question_stands_on_a_page_kept_for_everybody_and_sets_no_cookie()
    {
        await portal.Browser().Get(Guide);
        var page = await portal.Browser().Get(Guide);

        Assert.True(page.WasKeptReady());
        Assert.False(page.Headers.Contains("Set-Cookie"));
        var strip = (await page.Read()).QuerySelector(".ask")!;
        Assert.Equal(["Có", "Chưa"], strip.QuerySelectorAll("button").Select(button => button.TextContent));
        Assert.DoesNotContain("__RequestVerificationToken", strip.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_leads_back_to_the_page_which_thanks_by_itself()
    {
        var reader = portal.Browser();

        var answer = await reader.Post("/y-kien/co-ich", await Form(Guide, "co"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(Guide + "#cam-on", answer.Headers.Location!.ToString());
        Assert.NotNull((await (await reader.Get(Guide)).Read()).QuerySelector("#cam-on"));
        Assert.Contains("path=/y-kien", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_device_is_one_vote_and_may_think_again()
    {
        const string page = "/huong-dan/chu-ky-so";
        var (first, second) = (portal.Browser(), portal.Browser());

        await first.Post("/y-kien/co-ich", await Form(page, "co"));
        await first.Post("/y-kien/co-ich", await Form(page, "chua"));
        await second.Post("/y-kien/co-ich", await Form(page, "co"));

        var votes = await Votes(page);
        Assert.Equal([false, true], votes.Select(vote => vote.IsUseful).Order());
        Assert.All(votes, vote => Assert.Equal(("vi", 1), (vote.Page.Culture, vote.Page.Number)));
    }

    [Fact]
    public async Task What_is_kept_of_a_device_differs_from_page_to_page_and_tells_nothing()
    {
        var reader = portal.Browser();
        await reader.Post("/y-kien/co-ich", await Form("/huong-dan/khieu-nai", "co"));
        await reader.Post("/y-kien/co-ich", await Form("/huong-dan/tiep-cong-dan", "co"));

        var marks = (await Votes("/huong-dan/khieu-nai")).Concat(await Votes("/huong-dan/tiep-cong-dan")).Select(vote => vote.Device).ToList();
        Assert.Equal(2, marks.Distinct().Count());
        Assert.All(marks, mark => Assert.Matches("^[0-9a-f]{32}$", mark));
    }

    [Theory]
    [InlineData("cross-site", null, 400)]
    [InlineData("same-site", null, 400)]
    [InlineData("same-origin", null, 302)]
    [InlineData(null, "null", 302)]
    [InlineData(null, "http://localhost", 302)]
    [InlineData(null, "https://elsewhere.example", 400)]
    public async Task A_vote_must_come_from_a_page_of_ours(string? fetched, string? origin, int status)
    {
        var headers = new Dictionary<string, string?> { ["Sec-Fetch-Site"] = fetched, ["Origin"] = origin }.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)).ToArray();

        var answer = await portal.Browser().Post("/y-kien/co-ich", await Form("/huong-dan/bay-phuong-thuc", "co"), headers);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_page_that_never_was_and_a_word_nobody_offered_are_refused()
    {
        var form = await Form(Guide, "co");

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Post("/y-kien/co-ich", [.. form.Where(field => field.Name != "ban"), ("ban", "99")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Post("/y-kien/co-ich", ("trang", "/phan-anh"), ("tieng", "vi"), ("y", "co"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().Post("/y-kien/co-ich", await Form(Guide, "tam-tam"))).StatusCode);
    }

    [Fact]
    public async Task A_network_that_votes_without_end_is_asked_for_patience()
    {
        await using var strict = PortalHost.With(("Web:MostVotesInTenMinutes", "2"), ("Web:MostReportsInTenMinutes", "1"));
        var reader = strict.Browser();
        (string, string)[] list = [("trang", "/mot-cua"), ("ban", "0"), ("tieng", "vi"), ("y", "co")];

        Assert.Equal([302, 302, 429], new[] { await reader.Post("/y-kien/co-ich", list), await reader.Post("/y-kien/co-ich", list), await reader.Post("/y-kien/co-ich", list) }.Select(answer => (int)answer.StatusCode));

        (string, string)[] report = [("trang", "/mot-cua"), ("ban", "0"), ("tieng", "vi"), ("Kind", "Wrong"), ("Text", "Giờ thứ Bảy khác.")];
        await reader.Post("/y-kien/bao-sai", report);
        var slowed = await reader.Post("/y-kien/bao-sai", report);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Contains("Giờ thứ Bảy khác.", await slowed.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_English_votes_on_what_was_read()
    {
        var page = await portal.Browser().Get("/en/huong-dan/kich-hoat-vneid");
        var form = ((AngleSharp.Html.Dom.IHtmlFormElement)(await page.Read()).QuerySelector(".ask form")!).Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(input => (input.Name!, input.Value)).ToArray();

        var answer = await portal.Browser().Post("/en/y-kien/co-ich", [.. form, ("y", "chua")]);

        Assert.Contains(("tieng", "en"), form);
        Assert.Equal("/en/huong-dan/kich-hoat-vneid#cam-on-chua", answer.Headers.Location!.ToString());
        Assert.Contains("path=/en/y-kien", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ReaderDevice.Place, "/y-kien");
    }

    private async Task<(string Name, string Value)[]> Form(string path, string word) =>
        [.. (await (await portal.Browser().Get(path)).Read()).QuerySelectorAll(".ask form input").Cast<AngleSharp.Html.Dom.IHtmlInputElement>().Select(input => (input.Name!, input.Value)), ("y", word)];

    private Task<List<UsefulVote>> Votes(string path) => portal.Inside(async (_, db) =>
    {
        var slug = path.Split('/')[^1];
        var item = await db.Editions.Live().Where(edition => edition.Slug == slug && edition.Type == "guide" && edition.Culture == "vi").Select(edition => edition.ItemId).SingleAsync();
        return await db.UsefulVotes.AsNoTracking().Where(vote => vote.Page.ItemId == item).ToListAsync();
    });
}
