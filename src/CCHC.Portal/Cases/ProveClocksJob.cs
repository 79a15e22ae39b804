using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Cases;

/// <summary>Once a night compares every running promise with the calendar and reports what differs; it repairs nothing by itself.</summary>
public sealed class ProveClocksJob(SiteDirectory sites, TimeProvider clock, ILogger<ProveClocksJob> log) : IJob
{
    private static readonly TimeOnly Hour = new(1, 30);

    public string Name => "prove-clocks";
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        if (VietnamTime.Clock(clock.GetUtcNow()) < Hour)
        {
            return;
        }
        foreach (var site in sites.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site.Id);
            if (!await db.ClockProofs.AnyAsync(proof => proof.Day == today, stop))
            {
                await Prove(scope.ServiceProvider.GetRequiredService<Proving>(), site, stop);
            }
        }
    }

    private async Task Prove(Proving proving, SiteMap site, CancellationToken stop)
    {
        try
        {
            var proof = await proving.Prove(site, stop);
            if (proof.Differences > 0)
            {
                log.LogWarning("{Differences} of {Checked} running clocks of {Site} are not what the calendar gives: {Codes}", proof.Differences, proof.Checked, site.Key, string.Join(' ', proof.Lines.Take(20).Select(line => line.Code)));
            }
        }
        catch (DbUpdateException)
        {
            // Another node was faster: one proof a night is enough.
        }
    }
}
