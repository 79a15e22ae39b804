using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Procedures;

/// <summary>Makes drafts of what a file changes; nothing goes before the public by it.</summary>
public sealed class DraftsFromSheet(PortalDb db, Visit visit, EditionAtHand hand)
{
    /// <summary>The newest Vietnamese edition of each procedure, live or being written.</summary>
    public async Task<IReadOnlyList<Edition>> Newest(CancellationToken stop) =>
        [.. (await db.Editions.Include(edition => edition.Item).Include(edition => edition.Topics).OfType(ContentTypes.Procedure)
            .Where(edition => edition.Culture == "vi" && edition.State != EditionState.Retired && edition.State != EditionState.Withdrawn).ToListAsync(stop)).NewestOfEach()];

    /// <summary>How many drafts were made, and the codes that were left alone because a draft of them is being written or is not this person's.</summary>
    public async Task<(int Made, IReadOnlyList<string> Skipped)> Make(SheetPlan plan, bool submit, CancellationToken stop)
    {
        var (made, skipped) = (0, new List<string>());
        var mine = (await db.Editions.WritableBy(visit.Me).OfType(ContentTypes.Procedure).Select(edition => edition.Id).ToListAsync(stop)).ToHashSet();
        var names = (await db.ContentItems.Where(item => item.Type == ContentTypes.Procedure.Key).Select(item => item.Key).ToListAsync(stop)).ToHashSet();
        names.UnionWith(await db.Editions.OfType(ContentTypes.Procedure).Select(edition => edition.Slug).Distinct().ToListAsync(stop));
        foreach (var change in plan.Changes.Where(change => change.Fate != SheetFate.Same))
        {
            if (change.Before is { } before && (before.State != EditionState.Published || !mine.Contains(before.Id)))
            {
                skipped.Add(change.Code);
                continue;
            }
            Write(change, change.Before is null ? First(change, names) : Next(change.Before), submit);
            made++;
        }
        await hand.Save(stop);
        return (made, skipped);
    }

    private (Edition Edition, string Slug) First(SheetChange change, HashSet<string> names)
    {
        var slug = Slug.From(change.Title);
        for (var number = 2; !names.Add(slug); number++)
        {
            slug = $"{Slug.From(change.Title)}-{number}";
        }
        var item = new ContentItem { Type = ContentTypes.Procedure.Key, Key = slug, OwnerUnit = visit.Site.UnitById(visit.Me.HomeUnitId)?.Code, CreatedAt = hand.Now };
        db.ContentItems.Add(item);
        return (new Edition { ItemId = item.Id, Item = item, Type = ContentTypes.Procedure.Key, Culture = "vi", Number = 1, AuthorId = hand.Me }, slug);
    }

    private (Edition Edition, string Slug) Next(Edition before)
    {
        var edition = new Edition { ItemId = before.ItemId, Item = before.Item, Type = before.Type, Culture = before.Culture, Number = before.Number + 1, AuthorId = hand.Me };
        edition.Topics.AddRange(before.Topics.Select(topic => new EditionTopic { EditionId = edition.Id, Topic = topic.Topic }));
        return (edition, before.Slug);
    }

    private void Write(SheetChange change, (Edition Edition, string Slug) target, bool submit)
    {
        var edition = hand.Add(target.Edition);
        edition.Write(change.Title, change.Summary, target.Slug, change.Body, hand.Now);
        db.Revisions.Add(Revision.Of(edition, hand.Me, hand.Now));
        hand.Record("content-begun", edition, "import");
        if (submit)
        {
            edition.Submit(hand.Now);
            hand.Say(edition, RemarkKind.Submission, $"Nhập từ tệp, gửi duyệt lần {edition.Round}.");
            hand.Record("content-submitted", edition);
        }
    }
}
