using CCHC.Portal.Jobs;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>Puts editions before the public and takes them away, together with the note that tells every node.</summary>
public sealed class Publishing(PortalDb db, Nudge nudge, TimeProvider clock)
{
    public async Task Publish(Edition edition, Guid by, CancellationToken stop)
    {
        edition.Publish(by, clock.GetUtcNow(), await LiveBeside(edition, stop));
        await SaveAndTell(edition, stop);
    }

    public async Task PublishAsScheduled(Edition edition, CancellationToken stop)
    {
        edition.PublishAsScheduled(clock.GetUtcNow(), await LiveBeside(edition, stop));
        await SaveAndTell(edition, stop);
    }

    public async Task Withdraw(Edition edition, string reason, CancellationToken stop)
    {
        edition.Withdraw(reason, clock.GetUtcNow());
        await SaveAndTell(edition, stop);
    }

    /// <summary>Why this person may not approve the text, in Vietnamese; null when they may. Whoever wrote any of it is its author.</summary>
    public async Task<string?> WhyNotApprovedBy(Edition edition, Guid person, CancellationToken stop)
    {
        if (edition.State != EditionState.InReview)
        {
            return "Bản này không ở trạng thái chờ duyệt.";
        }
        if (!edition.MayBeApprovedBy(person) || await db.Revisions.AnyAsync(revision => revision.EditionId == edition.Id && revision.PersonId == person, stop))
        {
            return "Bạn đã viết hoặc sửa bản này. Người duyệt phải là người khác.";
        }
        return await AddressIsTaken(edition.Type, edition.Culture, edition.Slug, edition.ItemId, stop) ? "Địa chỉ trang này đang có bài khác dùng. Hãy trả lại để đổi địa chỉ." : null;
    }

    /// <summary>Whether another item is already read at this address.</summary>
    public Task<bool> AddressIsTaken(string type, string culture, string slug, Guid item, CancellationToken stop) =>
        db.Editions.Live().AnyAsync(live => live.Type == type && live.Culture == culture && live.Slug == slug && live.ItemId != item, stop);

    /// <summary>The edition readers see now, which a new one replaces.</summary>
    public Task<Edition?> LiveBeside(Edition edition, CancellationToken stop) =>
        db.Editions.Live().SingleOrDefaultAsync(live => live.ItemId == edition.ItemId && live.Culture == edition.Culture && live.Id != edition.Id, stop);

    public void Note(Edition edition) =>
        db.IndexChanges.Add(new IndexChange { Source = ContentSearch.Source, Key = ContentSearch.KeyOf(edition), At = clock.GetUtcNow() });

    private async Task SaveAndTell(Edition edition, CancellationToken stop)
    {
        Note(edition);
        await db.SaveChangesAsync(stop);
        nudge.Ring(KeepIndexJob.JobName);
    }
}
