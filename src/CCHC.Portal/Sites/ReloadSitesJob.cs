using CCHC.Portal.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Sites;

/// <summary>Reads the sites again once a minute, so that a change made on another node or by the operator is seen here.</summary>
public sealed class ReloadSitesJob(SiteDirectory sites) : IJob
{
    public string Name => "reload-sites";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task Run(IServiceScopeFactory scopes, CancellationToken stop) => sites.Reload(stop);
}
