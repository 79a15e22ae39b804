using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CCHC.Portal.Cases.History;

/// <summary>Puts every new event of a case into its chain as it is saved, writes down where the chain then ends, and refuses to save an event that was changed or taken out.</summary>
public sealed class HistoryKeeping(CaseHeads heads) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private const int AtOnce = 1_000;

    private readonly List<CaseHead> waiting = [];   // saved, but not yet for good
    private Guid? within;   // whose transaction they wait for
    private int before;   // how many waited when this save began

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Begin(eventData.Context);
        if (Added(eventData.Context) is { Count: > 0 } added)
        {
            Chain(added, [.. Ends(eventData.Context!, added).SelectMany(part => part.ToList())]);
        }
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken stop = default)
    {
        Begin(eventData.Context);
        if (Added(eventData.Context) is { Count: > 0 } added)
        {
            var ends = new List<CaseEvent>();
            foreach (var part in IsNew(eventData.Context!, added) ? [] : Ends(eventData.Context!, added))
            {
                ends.AddRange(await part.ToListAsync(stop));
            }
            Chain(added, ends);
        }
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        KeepHeads(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken stop = default)
    {
        KeepHeads(eventData.Context);
        return new(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeBack();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken stop = default)
    {
        TakeBack();
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => TakeBack();

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken stop = default)
    {
        TakeBack();
        return Task.CompletedTask;
    }

    public void TransactionCommitted(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) => KeepHeads(null);

    public Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken stop = default)
    {
        KeepHeads(null);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) => waiting.Clear();

    public Task TransactionRolledBackAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken stop = default)
    {
        waiting.Clear();
        return Task.CompletedTask;
    }

    // What waits for a transaction that was let go of without an end never was.
    private void Begin(DbContext? db)
    {
        if (db?.Database.CurrentTransaction?.TransactionId is not { } current || current != within)
        {
            waiting.Clear();
            within = db?.Database.CurrentTransaction?.TransactionId;
        }
        before = waiting.Count;
    }

    // What the same transaction saved earlier stands.
    private void TakeBack() => waiting.RemoveRange(before, Math.Max(0, waiting.Count - before));

    // Inside somebody's transaction nothing is for good before its end.
    private void KeepHeads(DbContext? db)
    {
        if (waiting.Count > 0 && db?.Database.CurrentTransaction is null)
        {
            heads.Keep(waiting);
            waiting.Clear();
        }
    }

    private static bool IsOnlyCovered(EntityEntry<CaseEvent> entry) => entry is { State: EntityState.Modified, Entity.Original: not null }
        && entry.Properties.Where(property => property.IsModified).All(property => property.Metadata.Name is nameof(CaseEvent.Text) or nameof(CaseEvent.Original));

    private static List<CaseEvent> Added(DbContext? db)
    {
        var entries = db is PortalDb ? db.ChangeTracker.Entries<CaseEvent>().ToList() : [];
        if (entries.Exists(entry => entry.State is EntityState.Modified or EntityState.Deleted && !IsOnlyCovered(entry)))
        {
            throw new InvalidOperationException("A case event is added, never changed and never taken out.");
        }
        return [.. entries.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];
    }

    // A case received now has nothing before it: no need to ask.
    private static bool IsNew(DbContext db, List<CaseEvent> added)
    {
        var fresh = db.ChangeTracker.Entries<Feedback>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.Id).ToHashSet();
        return added.TrueForAll(happened => fresh.Contains(happened.FeedbackId));
    }

    // In parts: a change of the calendar may move tens of thousands of cases, and an engine takes only so many keys at once.
    private static IEnumerable<IQueryable<CaseEvent>> Ends(DbContext db, List<CaseEvent> added)
    {
        var all = db.Set<CaseEvent>().AsNoTracking();
        return added.Select(happened => happened.FeedbackId).Distinct().Chunk(AtOnce)
            .Select(ids => all.Where(one => ids.Contains(one.FeedbackId) && one.Number != null && one.Number == all.Where(other => other.FeedbackId == one.FeedbackId).Max(other => other.Number)));
    }

    private void Chain(List<CaseEvent> added, List<CaseEvent> ends)
    {
        var last = ends.ToDictionary(end => end.FeedbackId);
        foreach (var ofCase in added.GroupBy(happened => happened.FeedbackId))
        {
            var end = last.GetValueOrDefault(ofCase.Key);
            CaseEvent.Chain(ofCase, end?.Number ?? 0, end?.Hash ?? HistoryLine.Beginning);
            waiting.Add(CaseHead.Of(ofCase.MaxBy(happened => happened.Number)!));
        }
    }
}
