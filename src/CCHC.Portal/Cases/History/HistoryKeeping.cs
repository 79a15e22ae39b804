using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CCHC.Portal.Cases.History;

/// <summary>Puts every new event of a case into its chain as it is saved, and refuses to save one that was changed or taken out.</summary>
public sealed class HistoryKeeping : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (Added(eventData.Context) is { Count: > 0 } added)
        {
            Chain(added, Ends(eventData.Context!, added).ToList());
        }
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken stop = default)
    {
        if (Added(eventData.Context) is { Count: > 0 } added)
        {
            Chain(added, IsNew(eventData.Context!, added) ? [] : await Ends(eventData.Context!, added).ToListAsync(stop));
        }
        return result;
    }

    private static List<CaseEvent> Added(DbContext? db)
    {
        var entries = db is PortalDb ? db.ChangeTracker.Entries<CaseEvent>().ToList() : [];
        if (entries.Exists(entry => entry.State is EntityState.Modified or EntityState.Deleted))
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

    private static IQueryable<CaseEvent> Ends(DbContext db, List<CaseEvent> added)
    {
        var ids = added.Select(happened => happened.FeedbackId).Distinct().ToList();
        var all = db.Set<CaseEvent>().AsNoTracking();
        return all.Where(one => ids.Contains(one.FeedbackId) && one.Number != null && one.Number == all.Where(other => other.FeedbackId == one.FeedbackId).Max(other => other.Number));
    }

    private static void Chain(List<CaseEvent> added, List<CaseEvent> ends)
    {
        foreach (var ofCase in added.GroupBy(happened => happened.FeedbackId))
        {
            var end = ends.Find(one => one.FeedbackId == ofCase.Key);
            CaseEvent.Chain(ofCase, end?.Number ?? 0, end?.Hash ?? HistoryLine.Beginning);
        }
    }
}
