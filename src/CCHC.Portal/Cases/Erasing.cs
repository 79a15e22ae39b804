using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Takes a case out of the ordinary tables with everything that hangs on it, all at once; only for one that is kept elsewhere already.</summary>
public sealed class Erasing(PortalDb db, CaseHeads heads)
{
    /// <summary>False when something happened to it since it was read: nothing is erased then, and what is new must be kept first.</summary>
    public async Task<bool> Erase(Feedback feedback, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var once = await db.Database.BeginTransactionAsync(stop);
        // The row is ours from here to the end: whoever writes now finds it changed and is told so.
        if (await db.Feedback.Where(one => one.Id == feedback.Id && one.Version == feedback.Version).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version + 1), stop) == 0
            || await db.CaseEvents.CountAsync(happened => happened.FeedbackId == feedback.Id, stop) != feedback.Events.Count
            || await db.Attachments.CountAsync(file => file.FeedbackId == feedback.Id, stop) != feedback.Attachments.Count)
        {
            return false;
        }
        await db.AuditEntries.Where(entry => entry.Subject == feedback.ReferenceCode).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, ""), stop);
        foreach (var proof in await db.ClockProofs.Where(proof => proof.LinesJson.Contains(feedback.ReferenceCode)).ToListAsync(stop))
        {
            proof.Forget(feedback.Id);
        }
        await db.SaveChangesAsync(stop);
        var clocks = feedback.Clocks.Select(clock => clock.Id).ToList();
        await db.ClockReminders.Where(told => clocks.Contains(told.ClockId)).ExecuteDeleteAsync(stop);
        await db.Set<CaseLink>().Where(link => link.FeedbackId == feedback.Id || link.OtherId == feedback.Id).ExecuteDeleteAsync(stop);
        // By the model, so that a table added later is not forgotten.
        foreach (var table in db.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(CaseLink) && entity.FindProperty("FeedbackId") is not null).Select(entity => entity.GetTableName()!).ToList())
        {
#pragma warning disable EF1002 // the name is the model's own
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\" WHERE \"FeedbackId\" = {{0}}", [feedback.Id], stop);
#pragma warning restore EF1002
        }
        await db.Feedback.Where(one => one.Id == feedback.Id).ExecuteDeleteAsync(stop);
        await once.CommitAsync(stop);
        heads.Forget(feedback.SiteId, feedback.Id);
        return true;
    }
}
