using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Cases.History;

/// <summary>Once a night looks whether the histories of all cases are as they were written, and says so in the record of what was done.</summary>
public sealed class ProveHistoriesJob(SiteDirectory sites, TimeProvider clock, ILogger<ProveHistoriesJob> log) : IJob
{
    public const string Proved = "histories-proved";

    private const int MostNamed = 50;
    private static readonly TimeOnly Hour = new(2, 0);

    public string Name => "prove-histories";
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (VietnamTime.Clock(now) < Hour)
        {
            return;
        }
        var midnight = VietnamTime.At(VietnamTime.Day(now), TimeOnly.MinValue);
        foreach (var site in sites.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site.Id);
            if (await db.AuditEntries.AnyAsync(entry => entry.What == Proved && entry.At >= midnight, stop))
            {
                continue;
            }
            var proof = await scope.ServiceProvider.GetRequiredService<ProvingHistories>().Prove(site.Id, stop);
            var codes = string.Join(' ', proof.Broken.Take(MostNamed).Select(one => one.Code));
            db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), What = Proved, Subject = proof.Broken.Count == 0 ? "" : codes, Detail = $"{proof.Checked} {proof.Broken.Count}" });
            await db.SaveChangesAsync(stop);
            if (proof.Broken.Count > 0)
            {
                log.LogError("{Broken} of {Checked} histories of {Site} are not as they were written: {Codes}", proof.Broken.Count, proof.Checked, site.Key, codes);
            }
        }
    }
}
