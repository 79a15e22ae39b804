using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content.Notices;

/// <summary>What stands above the pages, as the clock goes on.</summary>
public sealed class NoticeBoardTests : IAsyncLifetime
{
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly CancellationToken Stop = CancellationToken.None;
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_notice_comes_and_goes_by_the_clock_and_no_page_is_kept_beyond_its_turn()
    {
        await Post(new Notice { Text = "Phà nghỉ", From = Given.Morning.AddHours(1), Until = Given.Morning.AddHours(3), PostedAt = Given.Morning });

        Assert.Empty(await Shown());
        Assert.Equal(Given.Morning.AddHours(1), await Board.NextTurn(site.Id));
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Phà nghỉ"], await Shown());
        Assert.Equal(Given.Morning.AddHours(3), await Board.NextTurn(site.Id));
        portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(await Shown());
        Assert.Null(await Board.NextTurn(site.Id));
    }

    [Fact]
    public async Task The_storm_stands_first_and_ends_by_itself()
    {
        await Post(new Notice { Text = "Nghỉ lễ", Severity = NoticeSeverity.Info, From = Given.Morning, Until = Given.Morning.AddDays(9), PostedAt = Given.Morning });
        await Switch("Bão số 5", 24);

        Assert.Equal(["Bão số 5", "Nghỉ lễ"], await Shown());
        Assert.NotNull(await Board.Storm(site.Id));
        portal.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(await Board.Storm(site.Id));
        Assert.Equal(["Nghỉ lễ"], await Shown());
    }

    [Fact]
    public async Task Switching_on_again_takes_the_place_of_what_was_on()
    {
        await Switch("Bão số 5, gió cấp 8", 24);
        await Switch("Bão số 5, gió cấp 10", 48);

        Assert.Equal(["Bão số 5, gió cấp 10"], await Shown());
        Assert.Equal(2, await portal.Inside(site, (_, db) => db.AuditEntries.CountAsync(entry => entry.What == "storm-on" && entry.PersonId == Me)));
    }

    [Fact]
    public async Task Taken_down_it_is_gone_at_once_and_the_other_nodes_are_told()
    {
        await Switch("Bão số 5", 24);
        var before = await portal.Inside(site, (_, db) => db.IndexChanges.CountAsync());

        await portal.Inside(site, async (services, db) => await services.GetRequiredService<Posting>().End(await db.Notices.SingleAsync(), Me, Stop));

        Assert.Empty(await Shown());
        Assert.Equal(before + 1, await portal.Inside(site, (_, db) => db.IndexChanges.CountAsync()));
        Assert.Equal(1, await portal.Inside(site, (_, db) => db.AuditEntries.CountAsync(entry => entry.What == "storm-off")));
    }

    [Fact]
    public async Task One_site_does_not_see_what_stands_on_another()
    {
        var other = await portal.AddSite("khac");
        await Switch("Bão số 5", 24);

        Assert.Empty(await Board.Shown(other.Id));
    }

    private NoticeBoard Board => portal.Of<NoticeBoard>();

    private async Task<IEnumerable<string>> Shown() => (await Board.Shown(site.Id)).Select(notice => notice.Text);

    private Task Post(Notice notice) => portal.Inside(site, (services, _) => services.GetRequiredService<Posting>().Post(notice, Me, Stop));

    private Task Switch(string text, int hours) => portal.Inside(site, (services, _) => services.GetRequiredService<Posting>().SwitchStorm(
        new Notice { Kind = NoticeKind.Storm, Severity = NoticeSeverity.Urgent, Text = text, From = portal.Clock.GetUtcNow(), Until = portal.Clock.GetUtcNow().AddHours(hours), PostedAt = portal.Clock.GetUtcNow() }, Me, Stop));
}
