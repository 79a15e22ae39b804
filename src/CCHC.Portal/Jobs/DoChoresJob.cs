using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Jobs;

/// <summary>Takes one free chore after another under a lease and does it. A node that dies loses its lease, and another one begins again.</summary>
public sealed class DoChoresJob(bool heavy, IEnumerable<IDoChore> hands, TimeProvider clock, ILogger<DoChoresJob> log) : IJob
{
    public const string Quick = "chores", Heavy = "heavy-chores";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15), Kept = TimeSpan.FromDays(30), TidiedEvery = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IDoChore> mine = hands.Where(hand => hand.IsHeavy == heavy).ToDictionary(hand => hand.Kind);

    private DateTimeOffset tidied;

    public string Name => heavy ? Heavy : Quick;
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        while (await Take(scopes, stop) is { } taken)
        {
            await DoOne(taken, scopes, stop);
        }
    }

    // The claim is one UPDATE that only one node can win; the token proves later that the lease is still ours.
    private async Task<Taken?> Take(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var chores = scope.ServiceProvider.GetRequiredService<PortalDb>().Chores.OfEverySite();
        var now = clock.GetUtcNow();
        if (now - tidied > TidiedEvery)   // writes, so not at every look
        {
            tidied = now;
            await Tidy(chores, now, stop);
        }
        var kinds = mine.Keys.ToList();
        foreach (var free in await chores.Free(now).Where(c => kinds.Contains(c.Kind) && c.Tries < Chore.MostTries).OrderBy(c => c.NextTryAt).Take(8).Select(c => new { c.Id, c.SiteId }).ToListAsync(stop))
        {
            Guid? token = Guid.CreateVersion7();
            DateTimeOffset? until = now + Lease;
            var won = await chores.Free(now).Where(c => c.Id == free.Id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.LeaseToken, token).SetProperty(c => c.LeasedUntil, until).SetProperty(c => c.Tries, c => c.Tries + 1), stop);
            if (won == 1)
            {
                return new Taken(free.Id, free.SiteId, token.Value);
            }
        }
        return null;
    }

    // A chore whose node died at its last try is nobody's any more; old ones are forgotten.
    private static async Task Tidy(IQueryable<Chore> chores, DateTimeOffset now, CancellationToken stop)
    {
        DateTimeOffset? at = now, old = now - Kept;
        await chores.Free(now).Where(c => c.Tries >= Chore.MostTries).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.GivenUpAt, at).SetProperty(c => c.Error, c => c.Error ?? "Máy chủ dừng giữa chừng nhiều lần."), stop);
        await chores.Where(c => c.DoneAt < old).ExecuteDeleteAsync(stop);
    }

    private async Task DoOne(Taken taken, IServiceScopeFactory scopes, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(taken.Site);
        var chore = await db.Chores.AsNoTracking().SingleAsync(c => c.Id == taken.Id, stop);
        var report = new Report();
        var renewing = Renew(taken, report, scopes, lost);
        Exception? failure = null;
        try
        {
            await mine[chore.Kind].Do(chore, scope.ServiceProvider, report.Say, lost.Token);
        }
        catch (Exception broke) when (broke is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            failure = broke;   // any hand may break in any way; the chore stays, with its error
        }
        catch (OperationCanceledException)
        {
            failure = null;
        }
        var leaseHeld = !lost.IsCancellationRequested;
        await lost.CancelAsync();
        await renewing;
        if (leaseHeld || stop.IsCancellationRequested)
        {
            await Settle(chore, taken, failure, scopes, stop.IsCancellationRequested);
        }
    }

    private async Task Settle(Chore chore, Taken taken, Exception? failure, IServiceScopeFactory scopes, bool stopping)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? at = now, nobody = null;
        await using var scope = scopes.CreateAsyncScope();
        var ours = Ours(scope, taken);
        if (stopping)
        {
            await ours.ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, nobody).SetProperty(c => c.Tries, c => c.Tries - 1));   // not its fault
            return;
        }
        if (failure is null)
        {
            await ours.ExecuteUpdateAsync(set => set.SetProperty(c => c.DoneAt, at).SetProperty(c => c.LeasedUntil, nobody)
                .SetProperty(c => c.Progress, 100).SetProperty(c => c.Word, "Xong").SetProperty(c => c.Error, (string?)null));
            return;
        }
        var words = failure.Message.Length > Chore.LongestError ? failure.Message[..Chore.LongestError] : failure.Message;
        var givenUp = failure is HopelessChoreException || chore.Tries >= Chore.MostTries ? at : nobody;
        log.LogWarning("Chore {Id} of kind {Kind} failed at try {Try}: {Error}", chore.Id, chore.Kind, chore.Tries, words);
        var next = now + Chore.Patience(chore.Tries);
        await ours.ExecuteUpdateAsync(set => set.SetProperty(c => c.Error, words).SetProperty(c => c.NextTryAt, next)
            .SetProperty(c => c.LeasedUntil, nobody).SetProperty(c => c.GivenUpAt, givenUp));
    }

    // While a hand works: the lease is made longer and the progress shown; when another node holds the chore, this one stops.
    private async Task Renew(Taken taken, Report report, IServiceScopeFactory scopes, CancellationTokenSource lost)
    {
        try
        {
            while (true)
            {
                await report.Wait(Renewal, clock, lost.Token);
                await using var scope = scopes.CreateAsyncScope();
                DateTimeOffset? until = clock.GetUtcNow() + Lease;
                var (percent, word) = report.Latest;
                var held = await Ours(scope, taken).ExecuteUpdateAsync(set => set
                    .SetProperty(c => c.LeasedUntil, until).SetProperty(c => c.Progress, percent).SetProperty(c => c.Word, word), lost.Token);
                if (held == 0)
                {
                    await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over, or no longer ours.
        }
    }

    private static IQueryable<Chore> Ours(AsyncServiceScope scope, Taken taken)
    {
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(taken.Site);
        Guid? token = taken.Token;
        return db.Chores.Where(c => c.Id == taken.Id && c.LeaseToken == token && c.DoneAt == null);
    }

    private sealed record Taken(Guid Id, Guid Site, Guid Token);

    /// <summary>The latest word of the hand at work; written to the database at most once a second.</summary>
    private sealed class Report
    {
        private readonly SemaphoreSlim news = new(0, 1);

        public (int Percent, string Word) Latest { get; private set; } = (0, "");

        public void Say(int percent, string word)
        {
            Latest = (Math.Clamp(percent, 0, 99), word.Length > Chore.LongestWord ? word[..Chore.LongestWord] : word);
            if (news.CurrentCount == 0)
            {
                news.Release();
            }
        }

        public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken stop)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, stop);
            using var alarm = new CancellationTokenSource(most, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, alarm.Token);
            try
            {
                await news.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // Nothing new, but the lease wants renewal.
            }
        }
    }
}
