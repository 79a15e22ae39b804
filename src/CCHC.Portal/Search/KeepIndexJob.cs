using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Search;

/// <summary>Brings this node's indexes up to the change log; a fresh index is built from everything.</summary>
public sealed class KeepIndexJob(SiteDirectory sites, SearchIndexes indexes, IEnumerable<ISearchSource> sources, IndexWatchers watchers) : IJob
{
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
            return;
        }
        var changes = await ChangesAfter(index.Sequence, siteId, scopes, stop);
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
        index.Apply(updates, changes[^1].Sequence);
        await watchers.Changed(siteId, stop);
    }

    private static async Task<List<IndexChange>> ChangesAfter(long sequence, Guid siteId, IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        return await db.IndexChanges.AsNoTracking().Where(change => change.Sequence > sequence).OrderBy(change => change.Sequence).Take(500).ToListAsync(stop);
    }

    private static async Task<long> Newest(Guid siteId, IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        return await db.IndexChanges.MaxAsync(change => (long?)change.Sequence, stop) ?? 0;
    }
}
