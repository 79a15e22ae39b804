using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.People;

/// <summary>Puts what was written into each site's record of deeds into its chain.</summary>
public sealed class ChainAuditJob(SiteDirectory sites) : IJob
{
    public string Name => "chain-audit";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var site in sites.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<PortalDb>().Enter(site.Id);
            await scope.ServiceProvider.GetRequiredService<AuditChain>().GoOn(stop);
        }
    }
}
