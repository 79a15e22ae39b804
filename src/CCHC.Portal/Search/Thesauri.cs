using System.Collections.Concurrent;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Search;

/// <summary>The word lists of the sites, kept in memory until somebody changes one.</summary>
public sealed class Thesauri(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, Thesaurus> known = new();
    private int generation;

    public async Task<Thesaurus> Of(Guid siteId, CancellationToken stop)
    {
        if (known.TryGetValue(siteId, out var words))
        {
            return words;
        }
        var before = Volatile.Read(ref generation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        words = new Thesaurus(await db.WordGroups.AsNoTracking().ToListAsync(stop), await db.PinnedAnswers.AsNoTracking().ToListAsync(stop));
        if (before == Volatile.Read(ref generation))   // else somebody changed a list while it was read
        {
            known[siteId] = words;
        }
        return words;
    }

    public void Forget(Guid siteId)
    {
        Interlocked.Increment(ref generation);
        known.TryRemove(siteId, out _);
    }
}
