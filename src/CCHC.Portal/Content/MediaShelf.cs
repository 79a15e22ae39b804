using System.Collections.Concurrent;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>The site's pictures and clips by name, kept in memory until one of them changes.</summary>
public sealed class MediaShelf(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, IReadOnlyDictionary<string, MediaFile>> shelves = new();

    public async Task<IReadOnlyDictionary<string, MediaFile>> Of(Guid siteId, CancellationToken stop = default)
    {
        if (shelves.TryGetValue(siteId, out var shelf))
        {
            return shelf;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        return shelves[siteId] = await db.MediaFiles.AsNoTracking().ToDictionaryAsync(file => file.Name, stop);
    }

    public void Forget(Guid siteId) => shelves.TryRemove(siteId, out _);
}
