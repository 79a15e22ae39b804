using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Channels;

/// <summary>Takes due messages from the outbox, a lease at a time, and carries each to its channel.</summary>
public sealed class DeliverOutboxJob(TimeProvider clock, IEnumerable<IDeliver> channels, ILogger<DeliverOutboxJob> log) : IJob
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public string Name => "deliver-outbox";
    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var (id, site) in await Due(scopes, stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site);
            await DeliverOne(db, id, stop);
        }
    }

    private async Task<List<(Guid Id, Guid Site)>> Due(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var (never, stuck) = (now + OutboxMessage.LongestWait, now + Lease + Lease);   // further off only by a clock that was wrong
        var due = await scope.ServiceProvider.GetRequiredService<PortalDb>().Outbox.OfEverySite()
            .Where(m => m.DoneAt == null && (m.NextAttemptAt <= now || m.NextAttemptAt > never || m.CreatedAt > never) && m.Attempts < OutboxMessage.MostAttempts && (m.LockedUntil == null || m.LockedUntil < now || m.LockedUntil > stuck))
            .OrderBy(m => m.NextAttemptAt).Take(50).Select(m => new { m.Id, m.SiteId }).ToListAsync(stop);
        return [.. due.Select(m => (m.Id, m.SiteId))];
    }

    private async Task DeliverOne(PortalDb db, Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Lease;
        var stuck = now + Lease + Lease;
        var claimed = await db.Outbox.Where(m => m.Id == id && m.DoneAt == null && (m.LockedUntil == null || m.LockedUntil < now || m.LockedUntil > stuck))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LockedUntil, until), stop);
        if (claimed == 0)
        {
            return;   // another node has it
        }

        var message = await db.Outbox.SingleAsync(m => m.Id == id, stop);
        try
        {
            var channel = channels.Single(channel => channel.Kind == message.Kind);
            if (channel.NotBefore(now) is var moment && moment > now)
            {
                message.Postpone(moment);
            }
            else
            {
                await channel.Deliver(message, stop);
                message.Delivered(clock.GetUtcNow(), channel.LeftOf(message));
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The outside world may fail in any way; the message stays, with its error, for the next attempt.
            log.LogWarning("Outbox message {Id} of kind {Kind} was not delivered: {Error}", message.Id, message.Kind, failure.GetType().Name);
            message.Failed(failure.Message, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(stop);
    }
}
