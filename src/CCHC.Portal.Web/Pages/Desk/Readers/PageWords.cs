using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Public.Content;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>What the desk says of a page that readers spoke about: its title now, whose it is, and where to read and mend it.</summary>
public sealed record PageWords(string Title, string? Unit, string Address, Guid? Edition, int Live)
{
    /// <summary>The pages by their keys, in one query.</summary>
    public static async Task<IReadOnlyDictionary<string, PageWords>> Of(PortalDb db, IEnumerable<ReadPage> pages, CancellationToken stop)
    {
        var all = pages.ToList();
        var items = all.Select(page => page.ItemId).OfType<Guid>().Distinct().ToList();
        var editions = await db.Editions.AsNoTracking().Where(edition => items.Contains(edition.ItemId) && edition.PublishedAt != null)
            .OrderBy(edition => edition.State == EditionState.Published ? 1 : 0).ThenBy(edition => edition.Culture == "vi" ? 1 : 0).ThenBy(edition => edition.Number)
            .Select(edition => new { edition.Id, edition.ItemId, edition.Type, edition.Title, edition.Slug, edition.Number, edition.Item!.OwnerUnit }).ToListAsync(stop);
        var words = PageBeingRead.Lists.Where(list => all.Exists(page => page.Key == list.Key)).ToDictionary(list => list.Key, list => new PageWords(list.Value, null, list.Key, null, 0));
        foreach (var page in all.Where(page => page.Key.StartsWith(PageBeingRead.AnswerPrefix, StringComparison.Ordinal)))
        {
            words[page.Key] = new PageWords($"Phản ánh đã trả lời: {page.Key[PageBeingRead.AnswerPrefix.Length..]}", null, page.Key, null, 0);
        }
        foreach (var edition in editions)   // the live Vietnamese one comes last and stays
        {
            words[ReadPage.KeyOf(edition.ItemId)] = new PageWords(edition.Title, edition.OwnerUnit, ContentTypes.Get(edition.Type).AddressOf(edition.Slug), edition.Id, edition.Number);
        }
        return words;
    }

    /// <summary>Which version a reader had before them.</summary>
    public string Version(ReadPage page) => (page.Number, page.Culture) switch
    {
        (0, _) => "cả trang danh sách",
        (_, "en") => $"bản tiếng Anh số {page.Number}",
        _ => page.Number == Live ? $"bản số {page.Number}, đang đăng" : $"bản số {page.Number}, nay đã thay",
    };
}
