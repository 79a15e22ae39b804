using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Cases.History;

/// <summary>Once a night looks whether the histories of all cases, and the record of what was done, are as they were written, and says so in the record of what was done.</summary>
public sealed class ProveHistoriesJob(SiteDirectory sites, TimeProvider clock, ILogger<ProveHistoriesJob> log) : IJob
{
    public const string Proved = "histories-proved", Broken = "history-broken", AuditBroken = "audit-broken";

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
            var audit = await scope.ServiceProvider.GetRequiredService<AuditChain>().Prove(stop);
            if (audit.Fault is { } fault)
            {
                db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), What = AuditBroken, Detail = fault });
                log.LogError("The record of what was done at {Site} is not as it was written: {Fault}", site.Key, fault);
            }
            if (await Keep(db, proof, NightOf(site.Id, midnight), stop) && proof.Broken.Count > 0)
            {
                log.LogError("{Broken} of {Checked} histories of {Site} are not as they were written: {Codes}", proof.Broken.Count, proof.Checked, site.Key, string.Join(' ', proof.Broken.Take(MostNamed).Select(one => one.Code)));
            }
        }
    }

    // A line each, so that a case taken away later can be taken out of its own; and one over all.
    private async Task<bool> Keep(PortalDb db, HistoriesProof proof, Guid night, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        db.AuditEntries.AddRange(proof.Broken.Take(MostNamed).Select(one => new AuditEntry { At = now, What = Broken, Subject = one.Code, Detail = one.Words }));
        db.AuditEntries.Add(new AuditEntry { Id = night, At = now, What = Proved, Detail = $"{proof.Checked} {proof.Broken.Count}" });
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;   // another node was faster: one proof a night is enough
        }
    }

    // The same on every node: only one of them is kept.
    private static Guid NightOf(Guid siteId, DateTimeOffset midnight) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"{Proved} {siteId:n} {midnight.UtcTicks}")).AsSpan(0, 16));
}
