using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Published;

/// <summary>Takes away all that was made public of a case: the answer itself, and the questions and answers that were written from it, read already or still being written.</summary>
public sealed class TakingBack(PortalDb db, Disclosure disclosure, Publishing publishing)
{
    public async Task AllOf(Guid feedbackId, string why, CancellationToken stop)
    {
        await disclosure.WithdrawAllOf(feedbackId, why, stop);
        var answers = db.PublicAnswers.Where(answer => answer.FeedbackId == feedbackId).Select(answer => (Guid?)answer.Id);
        var made = await db.Editions.Include(edition => edition.Item).Where(edition => answers.Contains(edition.Item!.MadeFrom)).ToListAsync(stop);
        foreach (var live in made.Where(edition => edition.State == EditionState.Published))
        {
            await publishing.Withdraw(live, Withdrawal.Gone(why), null, stop);
        }
        foreach (var draft in made.Where(edition => !edition.WasPublic))
        {
            await Discard(draft, stop);
        }
    }

    /// <summary>Where readers find what was written from the answers of a case.</summary>
    public static async Task<IReadOnlyList<(string Title, string Address)>> MadeOf(Guid feedbackId, PortalDb db, CancellationToken stop)
    {
        var answers = db.PublicAnswers.Where(answer => answer.FeedbackId == feedbackId).Select(answer => (Guid?)answer.Id);
        return [.. (await db.Editions.AsNoTracking().Live().Where(edition => answers.Contains(edition.Item!.MadeFrom)).ToListAsync(stop)).Select(edition => (edition.Title, edition.Address))];
    }

    // What was never public leaves nothing behind.
    private async Task Discard(Edition edition, CancellationToken stop)
    {
        db.RemoveRange(await db.Revisions.Where(revision => revision.EditionId == edition.Id).ToListAsync(stop));
        db.RemoveRange(await db.Approvals.Where(approval => approval.EditionId == edition.Id).ToListAsync(stop));
        db.RemoveRange(await db.PreviewLinks.Where(link => link.EditionId == edition.Id).ToListAsync(stop));
        db.RemoveRange(await db.TypedCopies.Where(copy => copy.Place == edition.Id.ToString()).ToListAsync(stop));
        db.Remove(edition);
        if (!await db.Editions.AnyAsync(other => other.ItemId == edition.ItemId && other.Id != edition.Id, stop))
        {
            db.RemoveRange(await db.EditionRemarks.Where(remark => remark.ItemId == edition.ItemId).ToListAsync(stop));
            db.Remove(edition.Item!);
        }
        await db.SaveChangesAsync(stop);
    }
}
