using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Jobs;

/// <summary>Runs every job on its own rhythm; one that fails is written down and tried again at its next turn.</summary>
public sealed class JobLoop(IEnumerable<IJob> jobs, IServiceScopeFactory scopes, Nudge nudge, TimeProvider clock, ILogger<JobLoop> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stop) => Task.WhenAll(jobs.Select(job => Task.Run(() => Repeat(job, stop), stop)));

    private async Task Repeat(IJob job, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await job.Run(scopes, stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Job {Job} failed", job.Name);
            }
            await nudge.Wait(job.Name, job.Every, clock, stop);
        }
    }
}
