using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Jobs;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content.Links;

public sealed class CheckLinksJobTests : IAsyncLifetime
{
    private readonly OtherSide other = new();
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal(("Links:EveryHours", "24"), ("Links:OwnNetwork", "true"), ("Links:Pause", "0"), ("Links:Patience", "3"));
        site = await portal.AddSite();
    }

    [Fact]
    public async Task Links_of_live_texts_are_tried_and_those_that_fail_keep_since_when()
    {
        var page = await Publish($"[tốt]({other.Address}/tot) [hỏng]({other.Address}/khong-co#phan-2) [trong](/tin-tuc/khong-co-bai) [tự](/tin-tuc/bai-mot) [trang](/mot-cua)", "bai-mot");
        await Run();
        var since = (await Checks())[other.Address + "/khong-co"].BrokenSince;

        portal.Clock.Advance(TimeSpan.FromHours(25));
        await Run();

        var checks = await Checks();
        Assert.Equal(LinkOutcome.Works, checks[other.Address + "/tot"].Outcome);
        Assert.Equal(LinkOutcome.Works, checks["/tin-tuc/bai-mot"].Outcome);
        Assert.Equal(LinkOutcome.Works, checks["/mot-cua"].Outcome);
        Assert.Equal("Trong cổng không có trang này.", checks["/tin-tuc/khong-co-bai"].Reason);
        Assert.Equal((LinkOutcome.Broken, 404, since), (checks[other.Address + "/khong-co"].Outcome, checks[other.Address + "/khong-co"].Status, checks[other.Address + "/khong-co"].BrokenSince));
        Assert.Equal(page, Assert.Single(checks[other.Address + "/khong-co"].Uses).EditionId);
    }

    [Fact]
    public async Task A_link_is_left_alone_until_its_hour_and_forgotten_with_its_text()
    {
        await Publish($"[tốt]({other.Address}/tot)", "bai-hai");
        await Run();
        await Run();
        Assert.Equal(["HEAD /tot"], other.Asked);

        await Inside(async (services, db) =>
        {
            var live = await db.Editions.Live().SingleAsync();
            await services.GetRequiredService<Publishing>().Withdraw(live, new Withdrawal(Retirement.Gone, "Hết hạn"), Guid.CreateVersion7(), CancellationToken.None);
            return 0;
        });
        await Run();

        Assert.Empty(await Checks());
    }

    [Fact]
    public async Task A_service_that_fails_twice_is_told_stopped_with_what_to_use_instead_and_comes_back_by_itself()
    {
        await Service("mot-cua-dien-tu", "/dich-vu", "cong-quoc-gia");
        await Service("cong-quoc-gia", "/tot", null);
        await Run();
        var once = (await Services())["mot-cua-dien-tu"];
        var notes = await Inside((_, db) => db.IndexChanges.CountAsync());

        portal.Clock.Advance(TimeSpan.FromHours(3));
        await Run();
        var twice = (await Services())["mot-cua-dien-tu"];
        var told = await Inside((_, db) => db.IndexChanges.CountAsync());
        other.IsBack = true;
        portal.Clock.Advance(TimeSpan.FromHours(3));
        await Run();
        var again = (await Services())["mot-cua-dien-tu"];

        Assert.Equal((LinkState.Unchecked, false), (once.State, once.IsStopped));   // one failure may be a hiccup
        Assert.True(twice is { IsFoundStopped: true, Check.CheckedAt: not null });
        Assert.Equal("cong-quoc-gia", twice.Instead!.Edition.Item!.Key);
        Assert.Equal(notes + 1, told);
        Assert.Equal((LinkState.Working, null), (again.State, again.Instead));
    }

    [Fact]
    public async Task When_nobody_answers_anywhere_it_is_our_own_line_that_is_down()
    {
        var dead = string.Join(' ', Enumerable.Range(1, 6).Select(number => $"[{number}](http://127.0.0.1:1/{number})"));
        await Publish(dead, "bai-ba");

        await Run();

        Assert.All((await Checks()).Values, check => Assert.Equal(LinkOutcome.Unchecked, check.Outcome));
    }

    [Fact]
    public async Task With_one_link_due_it_is_told_broken_only_if_another_that_always_worked_still_does()
    {
        await Publish($"[tốt]({other.Address}/tot)", "bai-bon");
        await Run();
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await Publish("[chết](http://localhost:1/chet)", "bai-nam");
        await Run();

        other.Dispose();   // now nobody answers
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await Publish("[cùng chết](http://localhost:1/cung-chet)", "bai-sau");
        await Run();

        var checks = await Checks();
        Assert.Equal((LinkOutcome.Broken, LinkOutcome.Unchecked, LinkOutcome.Works), (checks["http://localhost:1/chet"].Outcome, checks["http://localhost:1/cung-chet"].Outcome, checks[other.Address + "/tot"].Outcome));
    }

    public async ValueTask DisposeAsync()
    {
        other.Dispose();
        await portal.DisposeAsync();
    }

    private async Task<Guid> Publish(string text, string slug) => await Inside(async (_, db) =>
    {
        var edition = Given.Edition(new Article { Text = text }, slug: slug);
        edition.PublishFromSeed(portal.Clock.GetUtcNow(), portal.Clock.GetUtcNow(), null);
        db.Add(edition);
        await db.SaveChangesAsync();
        return edition.Id;
    });

    private Task Service(string key, string path, string? replacedBy) => Inside(async (_, db) =>
    {
        var edition = Given.Edition(new ServiceLink { Url = other.Address + path, UseFor = "Thử", ReplacedBy = replacedBy }, key, key);
        edition.PublishFromSeed(portal.Clock.GetUtcNow(), portal.Clock.GetUtcNow(), null);
        db.AddRange(edition.Item!, edition);
        return await db.SaveChangesAsync();
    });

    private Task<Dictionary<string, ServiceStanding>> Services() => Inside(async (_, db) => (await db.Services("vi", CancellationToken.None)).ToDictionary(service => service.Edition.Item!.Key));

    private Task Run() => portal.Services.GetServices<IJob>().OfType<CheckLinksJob>().Single().Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), TestContext.Current.CancellationToken);

    private Task<Dictionary<string, LinkCheck>> Checks() => Inside((_, db) => db.LinkChecks.Include(check => check.Uses).AsNoTracking().ToDictionaryAsync(check => check.Address));

    private async Task<T> Inside<T>(Func<IServiceProvider, PortalDb, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site.Id);
        return await work(scope.ServiceProvider, db);
    }
}
