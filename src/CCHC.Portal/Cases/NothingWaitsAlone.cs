using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CCHC.Portal.Cases;

/// <summary>When a case goes to another unit, joins another case or is closed by whatever verb, the answer and the extension that waited for a decision there wait no more.</summary>
public sealed class NothingWaitsAlone(TimeProvider clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken stop = default)
    {
        if (eventData.Context is PortalDb db && Left(db) is { Count: > 0 } left)
        {
            foreach (var proposed in await db.ProposedAnswers.Where(one => left.Contains(one.FeedbackId) && one.State == ProposedState.Waiting).ToListAsync(stop))
            {
                proposed.TakeBack(clock.GetUtcNow());   // one that was decided in this very save stays so
            }
            foreach (var asked in await db.Extensions.Where(one => left.Contains(one.FeedbackId) && one.State == ExtensionState.Asked).ToListAsync(stop))
            {
                asked.Lapse(clock.GetUtcNow());
            }
        }
        return result;
    }

    private static List<Guid> Left(PortalDb db) =>
        [.. db.ChangeTracker.Entries<Feedback>().Where(entry => entry.State == EntityState.Modified && (entry.Property(one => one.UnitId).IsModified || entry.Property(one => one.MergedIntoId).IsModified
            || (entry.Property(one => one.State).IsModified && (!entry.Entity.IsOpen || entry.Property(one => one.State).OriginalValue == FeedbackState.Answered)))).Select(entry => entry.Entity.Id)];
}
