using CCHC.Portal.Content.Papers;
using CCHC.Portal.Jobs;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>Puts editions before the public and takes them away, together with the note that tells every node.</summary>
public sealed class Publishing(PortalDb db, Review review, MediaShelf shelf, Nudge nudge, TimeProvider clock)
{
    /// <summary>Writes this person's approval down; the edition is approved when it was the last one needed. Not saved yet.</summary>
    public async Task Approve(Edition edition, Guid by, CancellationToken stop)
    {
        var standing = await review.Of(edition, stop);
        if (standing.WhyNot(by) is { } why)
        {
            throw new InvalidOperationException(why);
        }
        var now = clock.GetUtcNow();
        if (!standing.IsComplete)
        {
            db.Approvals.Add(new Approval { EditionId = edition.Id, Round = edition.Round, Stage = standing.Current, PersonId = by, At = now });
        }
        db.EditionRemarks.Add(EditionRemark.On(edition, RemarkKind.Approval, by, standing.IsComplete ? "Đã đủ người duyệt" : standing.Stages[standing.Current].Name, now));
        if (standing.IsLast)
        {
            edition.Approve(by, now);
        }
    }

    /// <summary>Makes an approved edition the live one.</summary>
    public async Task Publish(Edition edition, CancellationToken stop)
    {
        edition.Publish(clock.GetUtcNow(), await LiveBeside(edition, stop));
        await SaveAndTell(edition, stop);
    }

    public async Task PublishInEmergency(Edition edition, Guid by, string reason, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        edition.PublishInEmergency(by, reason, now, await LiveBeside(edition, stop));
        db.EditionRemarks.Add(EditionRemark.On(edition, RemarkKind.Emergency, by, reason, now));
        await SaveAndTell(edition, stop);
    }

    /// <summary>Why a scheduled edition cannot go out although its hour has come, in Vietnamese; null when it can.</summary>
    public async Task<string?> WhyNotNow(Edition edition, CancellationToken stop) =>
        !(await review.Of(edition, stop)).IsComplete ? "Người đã duyệt không còn quyền duyệt. Hãy hủy hẹn giờ và xin duyệt lại."
        : await AddressIsTaken(edition.Type, edition.Culture, edition.Slug, edition.ItemId, stop) ? $"Địa chỉ {edition.Address} đang có bài khác dùng. Hãy đổi địa chỉ rồi gửi duyệt lại."
        : edition.Kind.Missing(edition.Body).Select(missing => missing.Words).FirstOrDefault() ?? await WhyNotWhatItNames(edition, stop);

    /// <summary>Which file or document a text names cannot stand so, in Vietnamese; null when all can.</summary>
    public async Task<string?> WhyNotWhatItNames(Edition edition, CancellationToken stop) =>
        (await db.FilesNamedBy(edition, stop)).Select(named => named.Wrong ?? named.Gone).FirstOrDefault(words => words is not null) ?? await db.WhyNotItsTies(edition, stop);

    public async Task Withdraw(Edition edition, Withdrawal withdrawal, Guid? by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var flat = withdrawal.MovedTo is { } target ? withdrawal with { MovedTo = await EndOf(target, stop) } : withdrawal;
        edition.Withdraw(flat, now);
        db.EditionRemarks.Add(EditionRemark.On(edition, RemarkKind.Withdrawal, by, withdrawal.Reason, now));
        if (flat.MovedTo is { } moved)
        {
            await LeadEarlierOnesTo(edition, moved, stop);
        }
        await SaveAndTell(edition, stop);
    }

    /// <summary>Where an address of ours leads in the end, following redirects that editors set.</summary>
    public async Task<string> EndOf(string address, CancellationToken stop)
    {
        var seen = new HashSet<string> { address };
        while (await RedirectAt(address, stop) is { } next && seen.Add(next))
        {
            address = next;
        }
        return address;
    }

    /// <summary>Whether another item is already read at this address.</summary>
    public Task<bool> AddressIsTaken(string type, string culture, string slug, Guid item, CancellationToken stop) =>
        db.Editions.Live().AnyAsync(live => live.Type == type && live.Culture == culture && live.Slug == slug && live.ItemId != item, stop);

    /// <summary>The edition readers see now, which a new one replaces.</summary>
    public Task<Edition?> LiveBeside(Edition edition, CancellationToken stop) =>
        db.Editions.Live().SingleOrDefaultAsync(live => live.ItemId == edition.ItemId && live.Culture == edition.Culture && live.Id != edition.Id, stop);

    public void Note(Edition edition) =>
        db.IndexChanges.Add(new IndexChange { Source = ContentSearch.Source, Key = ContentSearch.KeyOf(edition), At = clock.GetUtcNow() });

    private async Task<string?> RedirectAt(string address, CancellationToken stop)
    {
        var parts = address.Trim('/').Split('/');
        if (parts.Length != 2 || ContentTypes.At(parts[0]) is not { } type)
        {
            return null;
        }
        var slug = parts[1];
        return await db.Editions.AsNoTracking().Live().OfType(type).AnyAsync(edition => edition.Slug == slug, stop) ? null
            : await db.Editions.AsNoTracking().OfType(type).Where(edition => edition.Slug == slug && edition.State == EditionState.Withdrawn && edition.MovedTo != null)
                .OrderByDescending(edition => edition.WithdrawnAt).Select(edition => edition.MovedTo).FirstOrDefaultAsync(stop);
    }

    private async Task LeadEarlierOnesTo(Edition edition, string address, CancellationToken stop)
    {
        var former = edition.Address;
        foreach (var earlier in await db.Editions.Where(other => other.State == EditionState.Withdrawn && other.MovedTo == former && other.Id != edition.Id).ToListAsync(stop))
        {
            earlier.LeadTo(address);
        }
    }

    private async Task SaveAndTell(Edition edition, CancellationToken stop)
    {
        Note(edition);
        await db.SaveChangesAsync(stop);
        shelf.Forget(db.SiteId);   // here at once, elsewhere when the note is read: its files appear and go with it
        nudge.Ring(KeepIndexJob.JobName);
    }
}
