using System.Collections.Concurrent;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content.Notices;

/// <summary>The notices of each site that are up or about to go up, kept in memory until one of them changes.</summary>
public sealed class NoticeBoard(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<Notice>> boards = new();

    /// <summary>What stands above the pages now, the gravest first.</summary>
    public async ValueTask<IReadOnlyList<Notice>> Shown(Guid siteId)
    {
        var now = clock.GetUtcNow();
        return [.. (await Of(siteId)).Where(notice => notice.About == "" && notice.IsShown(now))];
    }

    /// <summary>What stands beside places now: ferries, weather, a counter closed for a day.</summary>
    public async ValueTask<ILookup<string, Notice>> AboutPlaces(Guid siteId)
    {
        var now = clock.GetUtcNow();
        return (await Of(siteId)).Where(notice => notice.About != "" && notice.IsShown(now)).ToLookup(notice => notice.About);
    }

    public async ValueTask<Notice?> Storm(Guid siteId) => (await Shown(siteId)).FirstOrDefault(notice => notice.Kind == NoticeKind.Storm);

    /// <summary>The next moment at which a notice goes up or comes down: no page may be kept beyond it.</summary>
    public async ValueTask<DateTimeOffset?> NextTurn(Guid siteId)
    {
        var now = clock.GetUtcNow();
        var turns = (await Of(siteId)).SelectMany(notice => new[] { notice.From, notice.Until }).Where(turn => turn > now).ToList();
        return turns.Count == 0 ? null : turns.Min();
    }

    public void Forget(Guid siteId) => boards.TryRemove(siteId, out _);

    private async ValueTask<IReadOnlyList<Notice>> Of(Guid siteId)
    {
        if (boards.TryGetValue(siteId, out var known))
        {
            return known;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var toCome = await db.Notices.AsNoTracking().ToCome(clock.GetUtcNow()).ToListAsync();
        return boards[siteId] = [.. toCome.OrderByDescending(notice => notice.Kind == NoticeKind.Storm).ThenByDescending(notice => notice.Severity).ThenByDescending(notice => notice.PostedAt)];
    }
}
