using CCHC.Portal.Content.Readers;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CCHC.Portal.Tests.Content.Readers;

/// <summary>Counting: kept in memory, written down in turns, by several nodes into the same rows.</summary>
public sealed class ViewCountsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task What_was_counted_is_written_down_and_counted_on()
    {
        var item = await Published("gio-lam-viec");
        Open("/tin-tuc/gio-lam-viec", 3);
        Open("/tin-tuc/gio-lam-viec", 2, culture: "en");
        Open("/tin-tuc", 1);
        await portal.Run<KeepViewsJob>();
        Open("/tin-tuc/gio-lam-viec", 4);
        await portal.Run<KeepViewsJob>();
        await portal.Run<KeepViewsJob>();

        var counts = await portal.Inside(site, (_, db) => db.ViewCounts.OrderBy(count => count.Page).ThenBy(count => count.Culture).ToListAsync());
        Assert.Equal([("/tin-tuc", "vi", null, 1), (ReadPage.KeyOf(item), "en", item, 2), (ReadPage.KeyOf(item), "vi", (Guid?)item, 7)],
            counts.Select(count => (count.Page, count.Culture, count.ItemId, count.Views)).OrderBy(row => row.ItemId is not null).ThenBy(row => row.Culture));
        Assert.All(counts, count => Assert.Equal(Today, count.Day));
    }

    [Fact]
    public async Task Several_nodes_add_to_the_same_rows_at_the_same_moment()
    {
        await Published("mot");
        await Published("hai");
        var counters = Enumerable.Range(0, 4).Select(_ => new PageCounter()).ToList();
        var nodes = counters.ConvertAll(counter => new KeepViewsJob(counter, portal.Of<IServiceScopeFactory>(), NullLogger<KeepViewsJob>.Instance));

        for (var turn = 0; turn < 5; turn++)
        {
            counters.ForEach(counter =>
            {
                counter.Add(new OpenedPage(site.Id, Today, "vi", "/tin-tuc/mot"), 10);
                counter.Add(new OpenedPage(site.Id, Today, "vi", "/tin-tuc/hai"));
                counter.Add(new OpenedPage(site.Id, Today, "vi", "/"));
            });
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Run(portal.Of<IServiceScopeFactory>(), CancellationToken.None))));
        }

        Assert.Equal([20, 20, 200], await portal.Inside(site, (_, db) => db.ViewCounts.OrderBy(count => count.Views).Select(count => count.Views).ToListAsync()));
    }

    [Fact]
    public async Task The_last_counts_are_written_when_the_node_stops()
    {
        Open("/", 5);

        await portal.Of<KeepViewsJob>().StopAsync(CancellationToken.None);

        Assert.Equal(5, await portal.Inside(site, (_, db) => db.ViewCounts.SumAsync(count => count.Views)));
    }

    [Fact]
    public async Task What_could_not_be_written_is_kept_for_the_next_turn()
    {
        Open("/", 5);
        await portal.Inside(site, (_, db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"ViewCounts\" RENAME TO \"Elsewhere\""));
        await Assert.ThrowsAnyAsync<Exception>(() => portal.Run<KeepViewsJob>());
        await portal.Inside(site, (_, db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"ViewCounts\""));

        await portal.Run<KeepViewsJob>();

        Assert.Equal(5, await portal.Inside(site, (_, db) => db.ViewCounts.SumAsync(count => count.Views)));
    }

    [Fact]
    public async Task Only_articles_that_more_than_a_handful_opened_are_most_read_and_no_site_reads_anothers()
    {
        var (much, more, few) = (await Published("nhieu"), await Published("nhieu-hon"), await Published("it"));
        Open("/tin-tuc/nhieu", ReaderQueries.Handful);
        Open("/tin-tuc/nhieu-hon", ReaderQueries.Handful);
        Open("/tin-tuc/nhieu-hon", 1, culture: "en");
        Open("/tin-tuc/it", ReaderQueries.Handful - 1);
        Open("/", 1_000);
        await portal.Run<KeepViewsJob>();
        var other = await portal.AddSite("khac");

        await portal.Inside(site, async (_, db) => Assert.Equal([(more, 11), (much, 10)], await db.MostRead(Today, CancellationToken.None)));
        await portal.Inside(site, async (_, db) => Assert.Empty(await db.MostRead(Today.AddDays(1), CancellationToken.None)));
        await portal.Inside(other, async (_, db) => Assert.Equal(0, await db.ViewCounts.CountAsync()));
        Assert.NotEqual(few, much);
    }

    private void Open(string address, int times, string culture = "vi") => portal.Of<PageCounter>().Add(new OpenedPage(site.Id, Today, culture, address), times);

    private Task<Guid> Published(string slug) => portal.Inside(site, async (_, db) =>
    {
        var edition = Given.Edition(slug: slug);
        edition.PublishFromSeed(Given.Morning, Given.Morning, null);
        db.AddRange(edition.Item!, edition);
        await db.SaveChangesAsync();
        return edition.ItemId;
    });
}
