using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>Every way round to the words of a text that is not public, walked by a stranger and by one account of each role.</summary>
public sealed class SecondaryViewsTests(PortalHost portal) : EditorsDesk(portal)
{
    private static readonly string[] PublicViews =
    [
        "/", "/tin-tuc", "/rss.xml", "/atom.xml", "/sitemap/tin-tuc.xml", "/so-do-trang", "/chu-de/tai-chinh-cong", "/video", "/am-thanh", "/am-thanh/podcast.xml", "/en/", "/en/tin-tuc", "/en/rss.xml",
    ];

    public static TheoryData<string> Everybody => [.. DemoPeople.All.DistinctBy(person => person.Role).Select(person => person.UserName), ""];

    [Theory, MemberData(nameof(Everybody))]
    public async Task The_words_of_a_draft_are_read_by_those_who_may_write_it_and_by_nobody_else(string user)
    {
        var mark = Mark();
        var (id, _) = await Draft("bientap", "Nháp " + mark);
        var revision = await Portal.Inside((_, db) => db.Revisions.Where(r => r.EditionId == id).Select(r => r.Id).FirstAsync());
        var (visitor, role) = await Somebody(user);
        var may = role is Role.Editor or Role.Publisher;

        Assert.InRange(DeskViews(id).Count(), 12, 60);
        foreach (var address in DeskViews(id).Append($"{Desk(id)}/so-sanh?den={revision}").Append("/quan-tri/noi-dung?q=" + mark))
        {
            var answer = await visitor.Get(address);
            var shows = answer.StatusCode == HttpStatusCode.OK && (await answer.Text()).Contains("Nháp " + mark, StringComparison.Ordinal);
            Assert.True(may || !shows, $"{user} reads a draft at {address}");
            Assert.True(!may || answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{user} at {address}: {answer.StatusCode}");
        }
        await IsNowhere(mark, "Nháp " + mark, visitor);
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task What_was_withdrawn_is_on_no_list_and_its_address_says_gone(string user)
    {
        var (id, address, publisher) = await Live();
        var title = (await Edition(id)).Title;
        await publisher.Send(Desk(id) + "/go", ("Retirement", "Gone"), ("Text", "Sai."));
        await Settle();
        var (visitor, _) = await Somebody(user);

        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get("/en" + address)).StatusCode);
        await IsNowhere(title.Split(' ').Last(), title, visitor);
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_preview_address_shows_its_one_edition_and_opens_no_other_door(string user)
    {
        var mark = Mark();
        var (id, editor) = await Draft("bientap", "Xem trước " + mark);
        var made = await (await editor.Send(Desk(id) + "/chia-se", ("For", "Lãnh đạo"), ("Lasts", "1"))).Read();
        var secret = new Uri(made.QuerySelector("#made")!.GetAttribute("value")!).AbsolutePath;
        var (visitor, role) = await Somebody(user);

        var page = await (await visitor.Get(secret)).Read();
        Assert.Contains(mark, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a[href*='/quan-tri']"));
        Assert.Equal(role is Role.Editor or Role.Publisher, (await visitor.Get(Desk(id))).StatusCode == HttpStatusCode.OK);
        await IsNowhere(mark, "Xem trước " + mark, visitor);
    }

    private static string Mark() => "kín" + Guid.CreateVersion7().ToString("n")[^10..];

    // Every page of the desk about one text, from the route table.
    private IEnumerable<string> DeskViews(Guid id) => Portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(door => door.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(door => door.RoutePattern.RawText!).Where(pattern => pattern.StartsWith("quan-tri/noi-dung/{id:guid}", StringComparison.Ordinal) && pattern.Count(letter => letter == '{') == 1)
        .Select(pattern => "/" + pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal)).Distinct();

    private async Task<(Browser, Role?)> Somebody(string user) =>
        user == "" ? (Portal.Browser(), null) : (await Portal.Browser().SignIn(user), DemoPeople.All.First(person => person.UserName == user).Role);

    private static async Task IsNowhere(string words, string title, Browser visitor)
    {
        foreach (var address in PublicViews.Concat([$"/tim-kiem?q={words}", $"/en/tim-kiem?q={words}"]))
        {
            var answer = await visitor.Get(address);
            Assert.False((await answer.Text()).Contains(title, StringComparison.Ordinal), $"“{title}” stands at {address}");
        }
        var json = await visitor.Get($"/tim-kiem?q={words}", ("Accept", "application/json"));
        Assert.DoesNotContain(title, await json.Text(), StringComparison.Ordinal);
    }
}
