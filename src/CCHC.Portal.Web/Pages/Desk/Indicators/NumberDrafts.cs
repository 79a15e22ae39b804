using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Indicators;

/// <summary>Makes drafts of the numbers a file brings; nothing goes before the public by it.</summary>
public sealed class NumberDrafts(PortalDb db, Visit visit, EditionAtHand hand)
{
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>The newest Vietnamese edition of each, live or being written by whoever this person may see.</summary>
    public async Task<IReadOnlyList<Edition>> Newest(ContentType type, CancellationToken stop) =>
        [.. (await db.Editions.Include(edition => edition.Item).Include(edition => edition.Topics).OfType(type).Where(edition => edition.Culture == "vi").LiveOrWritableBy(visit.Me).ToListAsync(stop)).NewestOfEach()];

    /// <summary>Why nothing can be read from what was sent; null when it can be tried.</summary>
    public static Problem? WhyUnread(IFormFile? sheet) => sheet is { Length: > 0 and <= MostBytes } ? null : new("File", sheet is { Length: > MostBytes } ? "Tệp lớn hơn 2 MB." : "Hãy chọn một tệp CSV hoặc XLSX.");

    /// <summary>Why a file is refused whole; null when every row of it can be used.</summary>
    public static Problem? WhyRefused(int rows, int wrong) => rows == 0 ? new("File", "Tệp không có dòng nào dùng được.")
        : wrong == 0 ? null : new("File", wrong > SheetReading.MostProblems ? $"Tệp có {wrong} chỗ chưa dùng được; {SheetReading.MostProblems} chỗ đầu xem bên dưới." : $"Tệp có {wrong} chỗ chưa dùng được, xem bên dưới.");

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
