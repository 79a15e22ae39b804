using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Publishes what was scheduled once its hour has come, each in a transaction of its own.</summary>
public sealed class PublishScheduledJob(TimeProvider clock) : IJob
{
    public string Name => "publish-scheduled";
    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var (id, site) in await Due(scopes, stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site);
            if (await db.Editions.SingleOrDefaultAsync(edition => edition.Id == id && edition.State == EditionState.Scheduled, stop) is { } edition)
            {
                await scope.ServiceProvider.GetRequiredService<Publishing>().PublishAsScheduled(edition, stop);
            }
        }
    }

    private async Task<List<(Guid, Guid)>> Due(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        DateTimeOffset? now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<PortalDb>().Editions.OfEverySite()
            .Where(edition => edition.State == EditionState.Scheduled && edition.PublishAt <= now)
            .OrderBy(edition => edition.PublishAt).Take(100).Select(edition => new { edition.Id, edition.SiteId }).ToListAsync(stop);
        return [.. due.Select(edition => (edition.Id, edition.SiteId))];
    }
}
