using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Publishes and withdraws what was appointed once its hour has come: each in a transaction of its own, so that a bad one never stops the rest.</summary>
public sealed class PublishScheduledJob(TimeProvider clock) : IJob
{
    public const string JobName = "publish-scheduled";

    /// <summary>Later than this after its hour, and it is written down that it came late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    public string Name => JobName;
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var (id, site) in await Due(scopes, stop))
        {
            try
            {
                await Do(scopes, id, site, stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node, or an editor, was faster: it is theirs.
            }
            catch (DbUpdateException failure)
            {
                await WriteDown(scopes, id, site, "Không ghi được vào cơ sở dữ liệu: " + (failure.InnerException ?? failure).Message, stop);
            }
            catch (InvalidOperationException failure)
            {
                await WriteDown(scopes, id, site, failure.Message, stop);
            }
        }
    }

    private async Task Do(IServiceScopeFactory scopes, Guid id, Guid site, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var publishing = scope.ServiceProvider.GetRequiredService<Publishing>();
        db.Enter(site);
        var now = clock.GetUtcNow();
        var edition = await db.Editions.Include(edition => edition.Topics).SingleOrDefaultAsync(edition => edition.Id == id, stop);
        if (edition is { State: EditionState.Scheduled, PublishAt: { } hour } && hour <= now)
        {
            if (await publishing.WhyNotNow(edition, stop) is { } why)
            {
                edition.Failed(why, now);
                await db.SaveChangesAsync(stop);
                return;
            }
            Record(db, edition, "content-published-as-scheduled", hour, now);
            await publishing.Publish(edition, stop);
        }
        else if (edition is { State: EditionState.Published, WithdrawAt: { } end } && end <= now)
        {
            Record(db, edition, "content-withdrawn-as-scheduled", end, now);
            await publishing.Withdraw(edition, edition.Planned, null, stop);
        }
    }

    private static void Record(PortalDb db, Edition edition, string what, DateTimeOffset hour, DateTimeOffset now) => db.AuditEntries.Add(new AuditEntry
    {
        At = now,
        What = what,
        Subject = $"{edition.Type}/{edition.Slug}#{edition.Number}.{edition.Culture}",
        Detail = now - hour > Late ? $"late by {now - hour:d\\.hh\\:mm\\:ss}" : "",
    });

    private async Task WriteDown(IServiceScopeFactory scopes, Guid id, Guid site, string problem, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site);
        if (await db.Editions.SingleOrDefaultAsync(edition => edition.Id == id, stop) is { } edition)
        {
            edition.Failed(problem, clock.GetUtcNow());
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task<List<(Guid, Guid)>> Due(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        DateTimeOffset? now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<PortalDb>().Editions.OfEverySite()
            .Where(edition => edition.HourAt <= now && (edition.ScheduleNextTry == null || edition.ScheduleNextTry <= now))
            .OrderBy(edition => edition.HourAt).Take(100).Select(edition => new { edition.Id, edition.SiteId }).ToListAsync(stop);
        return [.. due.Select(edition => (edition.Id, edition.SiteId))];
    }
}
