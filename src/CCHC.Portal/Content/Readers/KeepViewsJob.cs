using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Content.Readers;

/// <summary>Writes this node's counts down every half minute and when it stops; several nodes add to the same rows.</summary>
public sealed class KeepViewsJob(PageCounter counter, IServiceScopeFactory scopes, ILogger<KeepViewsJob> log) : IJob, IHostedService
{
    private const int DaysSought = 90;

    public string Name => "keep-views";
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var site in counter.Take().GroupBy(pair => pair.Key.SiteId))
        {
            await Keep(site.Key, site.ToDictionary(), stop);
        }
        foreach (var site in counter.TakeSought().GroupBy(pair => pair.Key.SiteId))
        {
            await KeepSought(site.Key, site, stop);
        }
    }

    public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>The last counts, after the last request.</summary>
    public async Task StopAsync(CancellationToken stop)
    {
        try
        {
            await Run(scopes, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The last views were not written down: {Error}", failure.GetType().Name);   // a count is not worth a stop that hangs
        }
    }

    private async Task Keep(Guid siteId, Dictionary<OpenedPage, int> counts, CancellationToken stop)
    {
        var done = false;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(siteId);
            var items = await ItemsAt(db, counts.Keys, stop);
            await using var turn = await db.Database.BeginTransactionAsync(stop);
            // In one order on every node, so that two of them never wait for each other.
            foreach (var count in counts.GroupBy(pair => (pair.Key.Day, Page: items.TryGetValue(pair.Key.Address, out var item) ? ReadPage.KeyOf(item) : pair.Key.Address, pair.Key.Culture))
                .OrderBy(group => group.Key.Day).ThenBy(group => group.Key.Page, StringComparer.Ordinal).ThenBy(group => group.Key.Culture, StringComparer.Ordinal))
            {
                Guid? item = Guid.TryParseExact(count.Key.Page, "n", out var id) ? id : null;
                await db.Add(new ViewCount { Day = count.Key.Day, Page = count.Key.Page, Culture = count.Key.Culture, ItemId = item, Views = count.Sum(pair => pair.Value) }, stop);
            }
            await turn.CommitAsync(stop);
            done = true;
        }
        finally
        {
            if (!done)
            {
                foreach (var (page, times) in counts)
                {
                    counter.Add(page, times);   // for the next turn
                }
            }
        }
    }

    // Half a minute of them lost with a broken database is no loss; after a quarter they are forgotten.
    private async Task KeepSought(Guid siteId, IEnumerable<KeyValuePair<SoughtWords, int>> sought, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var newest = DateOnly.MinValue;
        foreach (var (search, times) in sought.OrderBy(pair => pair.Key.Day).ThenBy(pair => pair.Key.Words, StringComparer.Ordinal))
        {
            await db.Add(new SearchTally { Day = search.Day, Words = search.Words, Culture = search.Culture, Times = search.Found ? 0 : times, Answered = search.Found ? times : 0 }, stop);
            newest = search.Day;
        }
        var before = newest.AddDays(-DaysSought);
        await db.SearchTallies.Where(search => search.Day < before).ExecuteDeleteAsync(stop);
    }

    // An address that changed between the reading and now is found among the former ones.
    private static async Task<IReadOnlyDictionary<string, Guid>> ItemsAt(PortalDb db, IEnumerable<OpenedPage> pages, CancellationToken stop)
    {
        var slugs = pages.Select(page => page.Address.Split('/')).Where(parts => parts.Length == 3).Select(parts => parts[2]).Distinct().ToList();
        var found = new Dictionary<string, Guid>();
        foreach (var some in slugs.Chunk(200))
        {
            var editions = await db.Editions.AsNoTracking().Where(edition => some.Contains(edition.Slug) && edition.PublishedAt != null)
                .OrderBy(edition => edition.State == EditionState.Published ? 1 : 0).Select(edition => new { edition.Type, edition.Slug, edition.ItemId }).ToListAsync(stop);
            foreach (var edition in editions)
            {
                found[ContentTypes.Get(edition.Type).AddressOf(edition.Slug)] = edition.ItemId;
            }
        }
        return found;
    }
}
