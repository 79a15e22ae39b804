using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Jobs;

/// <summary>Work the portal does by itself, again and again; several nodes may run it at once.</summary>
public interface IJob
{
    string Name { get; }

    TimeSpan Every { get; }

    Task Run(IServiceScopeFactory scopes, CancellationToken stop);
}
