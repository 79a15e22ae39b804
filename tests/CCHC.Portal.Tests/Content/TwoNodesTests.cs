using System.Diagnostics;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content;

/// <summary>Two machines on one database: what is appointed goes out once, and both show it.</summary>
public sealed class TwoNodesTests
{
    private const int Appointed = 30;

    [Fact]
    public async Task Two_nodes_at_the_same_moment_publish_each_text_once()
    {
        await using var here = await Given.Portal();
        var site = await here.AddSite();
        await Appoint(here, site, Given.Morning.AddHours(2), Given.Morning);
        await using var there = new TestPortal(here.Database, []);
        await there.Of<SiteDirectory>().Reload();
        here.Clock.Advance(TimeSpan.FromHours(2));
        there.Clock.Advance(TimeSpan.FromHours(2));

        await Task.WhenAll(Task.Run(() => here.Run<PublishScheduledJob>()), Task.Run(() => there.Run<PublishScheduledJob>()));

        await here.Inside(site, async (_, db) =>
        {
            Assert.Equal(Appointed, await db.Editions.Live().CountAsync());
            Assert.Equal(Appointed, await db.IndexChanges.CountAsync());
            Assert.Equal(Appointed, await db.AuditEntries.CountAsync(entry => entry.What == "content-published-as-scheduled"));
            Assert.Empty(await db.Editions.InTrouble().ToListAsync());
        });
    }

    [Fact]
    public async Task Two_servers_on_one_PostgreSQL_publish_each_text_once_and_both_show_it()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "SQLite is one machine's; this runs in the PostgreSQL turn.");
        using var place = TestDatabase.New();
        using var second = place.OnAnotherMachine();
        await using var inside = new TestPortal(place, []);
        using var one = await PortalProcess.Start(place);
        using var other = await PortalProcess.Start(second, ("Storage:KeyFolder", place.Settings.KeysIn));
        await inside.Of<SiteDirectory>().Reload();
        var site = inside.Of<SiteDirectory>().All.Single(site => site.Key == "cat-hai");

        var hour = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await Appoint(inside, site, hour, hour.AddDays(-1));

        await Until(() => inside.Inside(site, async (_, db) => !await db.Editions.AnyAsync(edition => edition.State == EditionState.Scheduled)));
        await inside.Inside(site, async (_, db) => Assert.Equal(Appointed, await db.AuditEntries.CountAsync(entry => entry.What == "content-published-as-scheduled")));
        foreach (var node in new[] { one, other })
        {
            using var reader = new HttpClient { BaseAddress = node.Address };
            await Until(async () => (await reader.GetAsync("tin-tuc/hen-gio-1")).IsSuccessStatusCode);
            await Until(async () => (await reader.GetStringAsync("tim-kiem?q=h%E1%BA%B9n+gi%E1%BB%9D+s%E1%BB%91+7")).Contains("Hẹn giờ số 7", StringComparison.Ordinal));
        }
    }

    private static async Task Appoint(TestPortal portal, SiteMap site, DateTimeOffset hour, DateTimeOffset now)
    {
        var approver = await portal.AddPublisher(site);
        await portal.Inside(site, async (services, db) =>
        {
            for (var i = 1; i <= Appointed; i++)
            {
                var edition = Given.Edition(title: $"Hẹn giờ số {i}", slug: $"hen-gio-{i}", inReview: true, now: now);
                db.Add(edition.Item!);
                db.Add(edition);
                await db.SaveChangesAsync();
                await services.GetRequiredService<Publishing>().Approve(edition, approver, default);
                edition.Schedule(hour, now);
            }
            await db.SaveChangesAsync();
        });
    }

    private static async Task Until(Func<Task<bool>> happened)
    {
        for (var patience = Stopwatch.StartNew(); !await happened(); await Task.Delay(200))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "It did not happen within a minute.");
        }
    }
}
