using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Search;

/// <summary>Brings this node's indexes up to the change log; a fresh index is built from everything.</summary>
public sealed class KeepIndexJob(SiteDirectory sites, SearchIndexes indexes, IEnumerable<ISearchSource> sources, IndexWatchers watchers, TimeProvider clock) : IJob
{
    private const int MostAtOnce = 500;

    // PostgreSQL numbers a change when it is written, not when it is committed: a lower number may come to light after a higher one, as long
    // as its transaction took. Numbers behind the last one are looked at again for so long.
    private const int LookBehind = 1_000;
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromMinutes(2);

    private readonly Dictionary<Guid, HashSet<long>> taken = [];
    public const string JobName = "keep-index";
    private readonly SemaphoreSlim one = new(1);

    public string Name => JobName;
    public TimeSpan Every => TimeSpan.FromMilliseconds(700);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            foreach (var site in sites.All)
            {
                await CatchUp(site.Id, scopes, stop);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Builds the index of a site anew from all its sources.</summary>
    public async Task Rebuild(Guid siteId, IServiceScopeFactory scopes, CancellationToken stop)
    {
        var newest = await Newest(siteId, scopes, stop);
        var entries = new List<SearchEntry>();
        foreach (var source in sources)
        {
            await foreach (var entry in source.All(siteId, stop))
            {
                entries.Add(entry);
            }
        }
        indexes.Of(siteId).Rebuild(entries, newest);
    }

    private async Task CatchUp(Guid siteId, IServiceScopeFactory scopes, CancellationToken stop)
    {
        var index = indexes.Of(siteId);
        index.GiveUpDamaged();
        if (index.IsFresh)
        {
            await Rebuild(siteId, scopes, stop);
            await watchers.Changed(siteId, stop);
            return;
        }
        var seen = taken.TryGetValue(siteId, out var known) ? known : taken[siteId] = [];
        List<IndexChange> changes;
        do
        {
            changes = await ChangesAfter(index.Sequence, siteId, scopes, stop);
            changes.RemoveAll(change => seen.Contains(change.Sequence));
            if (changes.Count == 0)
            {
                return;
            }
            var updates = new List<(string, string, SearchEntry?)>();
            foreach (var (name, key) in changes.Select(change => (change.Source, change.Key)).Distinct())
            {
                if (sources.FirstOrDefault(source => source.Name == name) is { } source)
                {
                    updates.Add((name, key, await source.One(siteId, key, stop)));
                }
            }
            index.Apply(updates, Math.Max(index.Sequence, changes[^1].Sequence));
            seen.UnionWith(changes.Select(change => change.Sequence));
            seen.RemoveWhere(sequence => sequence < index.Sequence - LookBehind);
            await watchers.Changed(siteId, stop);
        }
        while (changes.Count >= MostAtOnce);
    }

    private async Task<List<IndexChange>> ChangesAfter(long sequence, Guid siteId, IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var (behind, since) = (sequence - LookBehind, clock.GetUtcNow() - LongestTransaction);
        return await db.IndexChanges.AsNoTracking().Where(change => change.Sequence > behind && (change.Sequence > sequence || change.At > since))
            .OrderBy(change => change.Sequence).Take(LookBehind + MostAtOnce).ToListAsync(stop);
    }

    private static async Task<long> Newest(Guid siteId, IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        return await db.IndexChanges.MaxAsync(change => (long?)change.Sequence, stop) ?? 0;
    }
}
