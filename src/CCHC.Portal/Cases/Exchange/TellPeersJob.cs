using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>Makes a notice of each event a peer has not heard of, from the case's history itself, and carries notices out, one after the other for each case.</summary>
public sealed class TellPeersJob(SiteDirectory sites, PeerDoor door, TimeProvider clock, ILogger<TellPeersJob> log) : IJob
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public string Name => "tell-peers";
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var site in sites.All)
        {
            await Inside(scopes, site, db => Gather(site, db, stop));
            foreach (var id in await Due(scopes, site, stop))
            {
                await Inside(scopes, site, db => Tell(db, id, stop));
            }
        }
    }

    private static async Task Inside(IServiceScopeFactory scopes, SiteMap site, Func<PortalDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site.Id);
        await work(db);
    }

    // A case whose last change is not the one we saw may have something to tell.
    private async Task Gather(SiteMap site, PortalDb db, CancellationToken stop)
    {
        var feedback = db.Feedback;
        var changed = await db.ExchangeMessages.Where(message => message.Verb == PeerVerb.NewCase)
            .Join(feedback, message => message.CaseKey, one => one.IdempotencyKey, (message, one) => new { message, one })
            .Where(pair => pair.message.ToldChange == null || pair.message.ToldChange != pair.one.ChangedAt)
            .OrderBy(pair => pair.message.Id).Take(AtOnce).ToListAsync(stop);
        foreach (var pair in changed)
        {
            var events = await db.CaseEvents.AsNoTracking().Where(happened => happened.FeedbackId == pair.one.Id && happened.Number > pair.message.ToldNumber).OrderBy(happened => happened.Number).ToListAsync(stop);
            foreach (var happened in events.Where(happened => PeerNews.WordOf(happened) is not null))
            {
                db.ExchangeNotices.Add(ExchangeNotice.Of(pair.message, pair.one.Id, happened.Number!.Value, PeerNews.NumberOf(pair.one, happened), PeerNews.Body(site, pair.one, happened, pair.message.Number), clock.GetUtcNow()));
            }
            pair.message.ToldNumber = events.LastOrDefault()?.Number ?? pair.message.ToldNumber;
            pair.message.ToldChange = pair.one.ChangedAt;
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (changed.Count > 0)
        {
            // Another node gathered the same: a case and an event make one notice.
        }
    }

    // Of each case the first that waits: what happened later is told later.
    private async Task<List<Guid>> Due(IServiceScopeFactory scopes, SiteMap site, CancellationToken stop)
    {
        List<Guid> due = [];
        var now = clock.GetUtcNow();
        var (never, stuck) = (now + ExchangeNotice.LongestWait, now + Lease + Lease);   // further off only by a clock that was wrong
        await Inside(scopes, site, async db =>
        {
            var notices = db.ExchangeNotices;
            due = await notices.Where(notice => notice.DoneAt == null && (notice.NextAttemptAt <= now || notice.NextAttemptAt > never) && notice.Attempts < ExchangeNotice.MostAttempts && (notice.LockedUntil == null || notice.LockedUntil < now || notice.LockedUntil > stuck))
                .Where(notice => !notices.Any(earlier => earlier.FeedbackId == notice.FeedbackId && earlier.Number < notice.Number && earlier.DoneAt == null))
                .Where(notice => db.Set<ExchangePeer>().Any(peer => peer.Id == notice.PeerId && peer.IsActive && peer.Address != ""))
                .InOrder().Take(AtOnce).Select(notice => notice.Id).ToListAsync(stop);
        });
        return due;
    }

    private async Task Tell(PortalDb db, Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Lease;
        var stuck = now + Lease + Lease;
        if (await db.ExchangeNotices.Where(notice => notice.Id == id && notice.DoneAt == null && (notice.LockedUntil == null || notice.LockedUntil < now || notice.LockedUntil > stuck)).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.LockedUntil, until), stop) == 0)
        {
            return;   // another node has it
        }
        var notice = await db.ExchangeNotices.SingleAsync(one => one.Id == id, stop);
        var peer = await db.ExchangePeers.AsNoTracking().SingleAsync(one => one.Id == notice.PeerId, stop);
        if (await door.Tell(peer, notice, stop) is { } error)
        {
            log.LogWarning("Exchange notice {Number} did not reach {Peer}: {Error}", notice.MessageNumber, peer.Code, error);
            notice.Failed(error, clock.GetUtcNow());
        }
        else
        {
            notice.Delivered(clock.GetUtcNow());
        }
        await db.SaveChangesAsync(stop);
    }
}
