using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
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
            && (other.State == EditionState.Draft || other.State == EditionState.InReview || other.State == EditionState.Approved || other.State == EditionState.Scheduled), stop);

    /// <summary>A new edition of the item after the newest one, not saved yet.</summary>
    public async Task<Edition> NextAfter(Edition edition, CancellationToken stop)
    {
        var newest = await db.Editions.Where(other => other.ItemId == edition.ItemId && other.Culture == edition.Culture).MaxAsync(other => other.Number, stop);
        return Add(new Edition { ItemId = edition.ItemId, Item = edition.Item, Type = edition.Type, Culture = edition.Culture, Number = newest + 1, AuthorId = Me, TranslatedFrom = edition.TranslatedFrom });
    }

    /// <summary>A new item, not saved yet, under a name that no other of its kind has.</summary>
    public async Task<ContentItem> NewItem(ContentType kind, string wanted, CancellationToken stop)
    {
        var key = wanted;
        for (var number = 2; await db.ContentItems.AnyAsync(item => item.Type == kind.Key && item.Key == key, stop); number++)
        {
            key = $"{wanted}-{number}";
        }
        var item = new ContentItem { Type = kind.Key, Key = key, OwnerUnit = visit.Site.UnitById(visit.Me.HomeUnitId)?.Code, CreatedAt = Now };
        db.ContentItems.Add(item);
        return item;
    }

    /// <summary>A new item with its first draft, kept as a revision and on record, not saved yet.</summary>
    public async Task<Edition> Begin(ContentType kind, string title, string summary, ContentBody body, CancellationToken stop)
    {
        var item = await NewItem(kind, Slug.From(title), stop);
        var edition = Add(new Edition { ItemId = item.Id, Item = item, Type = kind.Key, Culture = "vi", Number = 1, AuthorId = Me });
        edition.Write(title, summary, await FreeSlug(edition, title, stop), body, Now);
        db.Revisions.Add(Revision.Of(edition, Me, Now));
        Record("content-begun", edition, title);
        return edition;
    }

    /// <summary>The texts, read or being written, that embed what this one says; their marks are looked for first, then read as Markdown.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Title)>> Embedding(Edition edition, CancellationToken stop)
    {
        if (edition.Item is not { } item || Embed.KindOf(edition.Kind) is not { } kind)
        {
            return [];
        }
        var (block, line) = ($"{kind} {item.Key}", $"{kind}:{item.Key}");
        var found = await db.Editions.AsNoTracking().Where(other => other.State != EditionState.Retired && other.State != EditionState.Withdrawn && (other.BodyJson.Contains(block) || other.BodyJson.Contains(line)))
            .OrderBy(other => other.Title).Take(100).ToListAsync(stop);
        return [.. found.Where(other => BodyTexts.Of(other.Kind, other.Body).Any(pair => MarkdownText.Embeds(pair.Text, kind, item.Key))).Select(other => (other.Id, other.Title))];
    }

    /// <summary>The editions of the same text in the same language that this person may read: what was ever public, and what is theirs to write.</summary>
    public IQueryable<Edition> Siblings(Edition edition)
    {
        var mine = db.Editions.WritableBy(visit.Me).Select(other => other.Id);
        return db.Editions.AsNoTracking().Where(other => other.ItemId == edition.ItemId && other.Culture == edition.Culture && (other.LiveAt != null || other.PublishedAt != null || mine.Contains(other.Id)));
    }

    public Edition Add(Edition edition)
    {
        db.Editions.Add(edition);
        return edition;
    }

    /// <summary>Writes what the form says, keeps it as a revision, and saves.</summary>
    public async Task Save(Edition edition, EditorForm form, ContentBody body, string place, CancellationToken stop)
    {
        edition.Write(form.Title, form.Summary, await SlugFor(edition, form, stop), body, Now);
        edition.Topics.RemoveAll(topic => !form.Topics.Contains(topic.Topic));
        edition.Topics.AddRange(form.Topics.Where(topic => edition.Topics.All(held => held.Topic != topic)).Select(topic => new EditionTopic { EditionId = edition.Id, Topic = topic }));
        edition.PlannedOn = form.PlannedOn;
        edition.ChangeNote = form.ChangeNote;
        if (form.Matches && await OriginalOf(edition, stop) is { State: EditionState.Published } original)
        {
            edition.TranslatedFrom = original.Number;
        }
        await Entrust(edition, form, stop);
        db.Revisions.Add(Revision.Of(edition, Me, Now));
        db.RemoveRange(await db.TypedCopies.Where(copy => copy.PersonId == Me && copy.Place == place).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Names what cannot stand in the form: a unit or a topic there is not, and a unit that is not this person's to name.</summary>
    public async Task Check(EditorForm form, ContentItem? item, CancellationToken stop)
    {
        var known = (await Topics(stop)).Select(topic => topic.Key);
        if (form.Topics.Except(known).Except(await db.Editions.Where(other => item != null && other.ItemId == item.Id).SelectMany(other => other.Topics).Select(topic => topic.Topic).ToListAsync(stop)).Any())
        {
            form.Problems.Add(new("Topics", "Hãy chọn chủ đề trong danh sách."));
        }
        if (form.OwnerUnit == item?.OwnerUnit || form.OwnerUnit is null)
        {
            return;
        }
        var unit = visit.Site.UnitByCode(form.OwnerUnit);
        if (unit is null || unit.Kind is UnitKind.External or UnitKind.Queue)
        {
            form.Problems.Add(new("OwnerUnit", "Hãy chọn đơn vị trong danh sách."));
        }
        else if (visit.Me.UnitsFor(Deed.WriteContent) is { } units && !units.Contains(unit.Id))
        {
            form.Problems.Add(new("OwnerUnit", "Bạn chỉ giao bài cho đơn vị của mình. Người biên tập sẽ đổi nếu cần."));
        }
    }

    // Who answers for a page readers have is changed by who may publish; a draft beside it changes nothing they see.
    private async Task Entrust(Edition edition, EditorForm form, CancellationToken stop)
    {
        if (edition.Item is not { } item || (item.OwnerUnit == form.OwnerUnit && item.CheckEveryMonths == form.CheckEveryMonths))
        {
            return;
        }
        var live = await db.Editions.Live().Where(other => other.ItemId == item.Id).ToListAsync(stop);
        if (live.Count > 0 && !MayPublish)
        {
            return;
        }
        (item.OwnerUnit, item.CheckEveryMonths) = (form.OwnerUnit, form.CheckEveryMonths);
        live.ForEach(publishing.Note);
    }

    /// <summary>Puts a version saved earlier back as the words of an edition that may be written.</summary>
    public async Task TakeUp(Edition target, Edition from, Revision version, CancellationToken stop)
    {
        target.Write(version.Title, version.Summary, target.Slug == "" ? from.Slug : target.Slug, target.Kind.Read(version.BodyJson), Now);
        if (target.Topics.Count == 0)
        {
            target.Topics.AddRange(from.Topics.Select(topic => new EditionTopic { EditionId = target.Id, Topic = topic.Topic }));
        }
        db.Revisions.Add(Revision.Of(target, Me, Now));
        Record("content-restored", target, version.Id.ToString());
        await db.SaveChangesAsync(stop);
    }

    public Task Save(CancellationToken stop) => db.SaveChangesAsync(stop);

    public Task SaveVerb(string what, Edition edition, CancellationToken stop, string detail = "")
    {
        Record(what, edition, detail);
        return db.SaveChangesAsync(stop);
    }

    /// <summary>Puts words into the item's thread.</summary>
    public void Say(Edition edition, RemarkKind kind, string text) => db.EditionRemarks.Add(EditionRemark.On(edition, kind, Me, text, Now));

    /// <summary>Why I may not approve it now, in Vietnamese; null when I may.</summary>
    public string? WhyNot(Edition edition, ReviewStanding standing) => WhyNotIn(edition) ?? standing.WhyNot(Me);

    /// <summary>Why I may not decide on texts in its language; null when I may.</summary>
    public string? WhyNotIn(Edition edition) => visit.Me.CanIn(Deed.PublishContent, edition.Culture) ? null : "Bạn không duyệt bài tiếng này.";

    public async Task<string?> WhyNotItsAddress(Edition edition, CancellationToken stop) =>
        await publishing.AddressIsTaken(edition.Type, edition.Culture, edition.Slug, edition.ItemId, stop) ? "Địa chỉ trang này đang có bài khác dùng. Hãy trả lại để đổi địa chỉ." : null;

    public Task<bool> IWrote(Edition edition, CancellationToken stop) =>
        db.Revisions.AnyAsync(revision => revision.EditionId == edition.Id && revision.PersonId == Me, stop);

    /// <summary>An address typed by hand as one of our own pages, without host, language and mark; null when it is not.</summary>
    public string? OwnAddress(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            text = visit.Site.Profile.Hosts.Contains(whole.Host) ? whole.AbsolutePath : "";
        }
        text = text.StartsWith("/en/", StringComparison.Ordinal) ? text[3..] : text;
        return text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && Uri.IsWellFormedUriString(text, UriKind.Relative) ? text.TrimEnd('/') : null;
    }

    /// <summary>Whether readers find something at an address of ours: a live text, a list, or the way to one.</summary>
    public async Task<bool> IsRead(string address, CancellationToken stop)
    {
        var parts = (await publishing.EndOf(address, stop)).Trim('/').Split('/');
        return parts.Length switch
        {
            1 => ContentTypes.At(parts[0]) is not null,
            2 when ContentTypes.At(parts[0]) is { } type => await db.Editions.Live().OfType(type).AnyAsync(edition => edition.Slug == parts[1], stop),
            _ => false,
        };
    }

    /// <summary>Removes a draft that readers never saw, with what only it had; the item too when nothing else is left of it.</summary>
    public async Task Discard(Edition edition, CancellationToken stop)
    {
        if (edition.WasPublic)
        {
            throw new InvalidOperationException("What was ever public is kept for ever.");
        }
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

    public void Record(string what, Edition edition, string detail = "") =>
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = Me, What = what, Subject = $"{edition.Type}/{edition.Slug}#{edition.Number}.{edition.Culture}", Detail = detail });

    /// <summary>Whether what the editor typed as address belongs to another page.</summary>
    public async Task<bool> AddressIsTaken(ContentType type, string culture, string slug, Guid item, CancellationToken stop) =>
        slug != "" && await publishing.AddressIsTaken(type.Key, culture, slug, item, stop);

    /// <summary>The topics there are, by key.</summary>
    public async Task<IReadOnlyList<(string Key, string Title)>> Topics(CancellationToken stop) =>
        [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Topic).Where(edition => edition.Culture == "vi").Include(edition => edition.Item).OrderBy(edition => edition.Title).ToListAsync(stop))
            .Select(edition => (edition.Item!.Key, edition.Title))];

    /// <summary>The Vietnamese text that a translation is made from: the live one, else the newest.</summary>
    public async Task<Edition?> OriginalOf(Edition edition, CancellationToken stop) => edition.Culture == "vi" ? null
        : await db.Editions.AsNoTracking().Include(other => other.Topics).Where(other => other.ItemId == edition.ItemId && other.Culture == "vi")
            .OrderBy(other => other.State == EditionState.Published ? 0 : 1).ThenByDescending(other => other.Number).FirstOrDefaultAsync(stop);

    /// <summary>What was said about the item, oldest first.</summary>
    public async Task<IReadOnlyList<RemarkLine>> Thread(Edition edition, CancellationToken stop)
    {
        var remarks = await db.EditionRemarks.AsNoTracking().Where(remark => remark.ItemId == edition.ItemId).OrderByDescending(remark => remark.At).Take(50).ToListAsync(stop);
        var names = await db.NamesOf(remarks.Select(remark => remark.PersonId), stop);
        return [.. remarks.OrderBy(remark => remark.At).Select(remark => new RemarkLine(
            remark.PersonId is { } person ? names.GetValueOrDefault(person, "Người đã rời") : "Cổng tự làm theo hẹn", remark.Kind, remark.Text, VietnamTime.Moment(remark.At)))];
    }

    public async Task<IReadOnlyList<PastLine>> History(Edition edition, CancellationToken stop)
    {
        var revisions = await db.Revisions.AsNoTracking().Where(revision => revision.EditionId == edition.Id).OrderByDescending(revision => revision.At).Take(6).ToListAsync(stop);
        var others = await Siblings(edition).Where(other => other.Id != edition.Id).OrderByDescending(other => other.Number).Take(6).ToListAsync(stop);
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

    private async Task<string> SlugFor(Edition edition, EditorForm form, CancellationToken stop) => form.Slug != "" ? form.Slug : await FreeSlug(edition, form.Title, stop);

    private async Task<string> FreeSlug(Edition edition, string title, CancellationToken stop)
    {
        var slug = Slug.From(title);
        for (var number = 2; await publishing.AddressIsTaken(edition.Type, edition.Culture, slug, edition.ItemId, stop); number++)
        {
            slug = $"{Slug.From(title)}-{number}";
        }
        return slug;
    }
}

/// <summary>One line of a text's history.</summary>
public sealed record PastLine(string Who, string Did, string When, Guid? Edition);
