using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Finds the page that a reader's word is about, from what the form on it says.</summary>
public sealed class PageBeingRead(PortalDb db)
{
    /// <summary>The lists that ask for a word as a whole.</summary>
    public static readonly IReadOnlyDictionary<string, string> Lists = new Dictionary<string, string>
    {
        ["/duong-day-nong"] = "Danh bạ đường dây nóng",
        ["/mot-cua"] = "Bộ phận Một cửa",
        ["/thu-tuc"] = "Thủ tục hành chính",
        ["/so-lieu-mot-cua"] = "Số liệu một cửa",
        ["/viec-nay-ai-lam"] = "Việc này nay ai làm?",
        ["/hoi-dap"] = "Hỏi – đáp",
        ["/cong-khai"] = "Công khai để dân biết",
        ["/lien-ket"] = "Liên kết dịch vụ công",
    };

    /// <summary>The page, its title and where to return to; null for what was never before the public.</summary>
    public async Task<(ReadPage Page, string Title, string Address)?> Find(string? key, int number, string? culture, CancellationToken stop)
    {
        if (culture is not ("vi" or "en") || key is null)
        {
            return null;
        }
        if (Lists.TryGetValue(key, out var title))
        {
            return (ReadPage.OfList(key, culture), title, key);
        }
        if (!Guid.TryParseExact(key, "n", out var item))
        {
            return null;
        }
        var read = await db.Editions.AsNoTracking().SingleOrDefaultAsync(edition => edition.ItemId == item && edition.Culture == culture && edition.Number == number && edition.PublishedAt != null, stop);
        var live = read is null ? null : await db.Editions.AsNoTracking().Live().SingleOrDefaultAsync(edition => edition.ItemId == item && edition.Culture == culture, stop);
        return live is null ? null : (ReadPage.Of(read!), live.Title, live.Address.Split('#')[0]);
    }
}
