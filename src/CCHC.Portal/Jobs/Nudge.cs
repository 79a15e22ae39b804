using System.Collections.Concurrent;

namespace CCHC.Portal.Jobs;

/// <summary>Wakes a job of this node before its time, when there is something for it to do.</summary>
public sealed class Nudge
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> bells = new();

    public void Ring(string job)
    {
        var bell = Bell(job);
        if (bell.CurrentCount == 0)
        {
            bell.Release();
        }
    }

    public async Task Wait(string job, TimeSpan most, TimeProvider clock, CancellationToken stop)
    {
        using var alarm = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, alarm.Token);
        try
        {
            await Bell(job).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The ordinary turn came.
        }
    }

    private SemaphoreSlim Bell(string job) => bells.GetOrAdd(job, _ => new SemaphoreSlim(0));
}
