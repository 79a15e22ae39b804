using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The text a page is about, as far as the person at the desk may write it.</summary>
public sealed class EditionAtHand(PortalDb db, Visit visit, Publishing publishing, TimeProvider clock)
{
    public Guid Me => visit.Me.PersonId;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayPublish => visit.Me.Can(Deed.PublishContent);

    public Task<Edition?> ToWrite(Guid id, CancellationToken stop) =>
        db.Editions.WritableBy(visit.Me).Include(edition => edition.Topics).Include(edition => edition.Item).SingleOrDefaultAsync(edition => edition.Id == id, stop);

    /// <summary>The draft beside it, if somebody has begun one.</summary>
    public Task<Edition?> DraftBeside(Edition edition, CancellationToken stop) =>
        db.Editions.FirstOrDefaultAsync(other => other.ItemId == edition.ItemId && other.Culture == edition.Culture && other.Id != edition.Id
            && (other.State == EditionState.Draft || other.State == EditionState.InReview), stop);

    /// <summary>A new edition of the item after the newest one, not saved yet.</summary>
    public async Task<Edition> NextAfter(Edition edition, CancellationToken stop)
    {
        var newest = await db.Editions.Where(other => other.ItemId == edition.ItemId && other.Culture == edition.Culture).MaxAsync(other => other.Number, stop);
        return Add(new Edition { ItemId = edition.ItemId, Type = edition.Type, Culture = edition.Culture, Number = newest + 1, AuthorId = Me });
    }

    public Edition Add(Edition edition)
    {
        db.Editions.Add(edition);
        return edition;
    }

    /// <summary>Writes what the form says, keeps it as a revision, and saves.</summary>
    public async Task Save(Edition edition, EditorForm form, ContentBody body, CancellationToken stop)
    {
        edition.Write(form.Title, form.Summary, await SlugFor(edition, form, stop), body, Now);
        edition.Topics.RemoveAll(topic => !form.Topics.Contains(topic.Topic));
        edition.Topics.AddRange(form.Topics.Where(topic => edition.Topics.All(held => held.Topic != topic)).Select(topic => new EditionTopic { EditionId = edition.Id, Topic = topic }));
        db.Revisions.Add(Revision.Of(edition, Me, Now));
        await db.SaveChangesAsync(stop);
    }

    public Task SaveVerb(string what, Edition edition, CancellationToken stop, string detail = "")
    {
        Record(what, edition, detail);
        return db.SaveChangesAsync(stop);
    }

    public void Record(string what, Edition edition, string detail = "") =>
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = Me, What = what, Subject = $"{edition.Type}/{edition.Slug}#{edition.Number}.{edition.Culture}", Detail = detail });

    /// <summary>Whether what the editor typed as address belongs to another page.</summary>
    public async Task<bool> AddressIsTaken(ContentType type, string culture, string slug, Guid item, CancellationToken stop) =>
        slug != "" && await publishing.AddressIsTaken(type.Key, culture, slug, item, stop);

    /// <summary>The topics there are, by key.</summary>
    public async Task<IReadOnlyList<(string Key, string Title)>> Topics(CancellationToken stop) =>
        [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Topic).Where(edition => edition.Culture == "vi").Include(edition => edition.Item).OrderBy(edition => edition.Title).ToListAsync(stop))
            .Select(edition => (edition.Item!.Key, edition.Title))];

    public async Task<IReadOnlyList<PastLine>> History(Edition edition, CancellationToken stop)
    {
        var revisions = await db.Revisions.AsNoTracking().Where(revision => revision.EditionId == edition.Id).OrderByDescending(revision => revision.At).Take(20).ToListAsync(stop);
        var others = await db.Editions.AsNoTracking().Where(other => other.ItemId == edition.ItemId && other.Culture == edition.Culture && other.Id != edition.Id).OrderByDescending(other => other.Number).Take(20).ToListAsync(stop);
        var checks = await db.ItemChecks.AsNoTracking().Where(check => check.ItemId == edition.ItemId).OrderByDescending(check => check.At).Take(5).ToListAsync(stop);
        var names = await db.NamesOf([.. checks.Select(check => (Guid?)check.PersonId), .. revisions.Select(revision => revision.PersonId), .. others.Select(other => other.AuthorId)], stop);
        string NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "Người đã rời") : "Dữ liệu ban đầu";
        return
        [
            .. checks.Select(check => new PastLine(NameOf(check.PersonId), "rà soát, vẫn đúng" + (check.Note == "" ? "" : $": {check.Note}"), VietnamTime.Moment(check.At), null)),
            .. revisions.Select(revision => new PastLine(NameOf(revision.PersonId), "lưu bản này", VietnamTime.Moment(revision.At), null)),
            .. others.Select(other => new PastLine(NameOf(other.AuthorId), $"bản số {other.Number}, {EditionWords.Of(other.State).ToLowerInvariant()}", VietnamTime.Moment(other.ChangedAt), other.Id)),
        ];
    }

    private async Task<string> SlugFor(Edition edition, EditorForm form, CancellationToken stop)
    {
        if (form.Slug != "")
        {
            return form.Slug;
        }
        var slug = Slug.From(form.Title);
        for (var number = 2; await publishing.AddressIsTaken(edition.Type, edition.Culture, slug, edition.ItemId, stop); number++)
        {
            slug = $"{Slug.From(form.Title)}-{number}";
        }
        return slug;
    }
}

/// <summary>One line of a text's history.</summary>
public sealed record PastLine(string Who, string Did, string When, Guid? Edition);
