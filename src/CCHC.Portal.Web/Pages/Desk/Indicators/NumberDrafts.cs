using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Indicators;

/// <summary>Makes drafts of the numbers a file brings; nothing goes before the public by it.</summary>
public sealed class NumberDrafts(PortalDb db, Visit visit, EditionAtHand hand)
{
    /// <summary>The newest Vietnamese edition of each, live or being written by whoever this person may see.</summary>
    public async Task<IReadOnlyList<Edition>> Newest(ContentType type, CancellationToken stop) =>
        [.. (await db.Editions.Include(edition => edition.Item).Include(edition => edition.Topics).OfType(type).Where(edition => edition.Culture == "vi").LiveOrWritableBy(visit.Me).ToListAsync(stop)).NewestOfEach()];

    /// <summary>What was made, in words for whoever brought the file.</summary>
    public async Task<string> Make(ContentType type, IEnumerable<(Edition Before, ContentBody Body)> changes, CancellationToken stop)
    {
        var (made, skipped) = (0, new List<string>());
        var mine = (await db.Editions.WritableBy(visit.Me).OfType(type).Select(edition => edition.Id).ToListAsync(stop)).ToHashSet();
        var written = (await db.Editions.OfType(type).Unfinished().Where(edition => edition.Culture == "vi").Select(edition => edition.ItemId).ToListAsync(stop)).ToHashSet();
        foreach (var (before, body) in changes.ToList())
        {
            if (written.Contains(before.ItemId) || !mine.Contains(before.Id))
            {
                skipped.Add(before.Title);
                continue;
            }
            var draft = await hand.NextAfter(before, stop);
            draft.Topics.AddRange(before.Topics.Select(topic => new EditionTopic { EditionId = draft.Id, Topic = topic.Topic }));
            draft.Write(before.Title, before.Summary, before.Slug, body, hand.Now);
            db.Revisions.Add(Revision.Of(draft, hand.Me, hand.Now));
            hand.Record("content-begun", draft, "import");
            made++;
        }
        await hand.Save(stop);
        return $"Đã nhập {made} bản nháp." + (skipped.Count > 0 ? $" Bỏ qua vì đang có bản nháp khác hoặc bạn không được sửa: {string.Join(", ", skipped)}." : "");
    }
}
