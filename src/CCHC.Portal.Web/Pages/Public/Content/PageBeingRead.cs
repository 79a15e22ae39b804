using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Finds the page that a reader's word is about, from what the form on it says.</summary>
public sealed class PageBeingRead(PortalDb db)
{
    /// <summary>Where published answers stand: each asks for a word on itself.</summary>
    public const string AnswerPrefix = "/phan-anh/cong-khai/";

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
        ["/tin-tuc"] = "Tin tức",
        ["/van-ban"] = "Văn bản",
        ["/huong-dan"] = "Hướng dẫn thủ tục",
        ["/chu-de"] = "Cải cách hành chính",
        ["/mo-hinh"] = "Mô hình, sáng kiến",
        ["/chi-so"] = "Chỉ số cải cách hành chính",
        ["/chi-tieu"] = "Chỉ tiêu năm",
        ["/phan-anh/cong-khai"] = "Phản ánh đã trả lời",
        ["/phan-anh/cam-ket"] = "Bảng cam kết",
        ["/"] = "Trang chủ",
        ["/video"] = "Video",
        ["/am-thanh"] = "Phát thanh",
        ["/an-pham"] = "Tờ rơi, tờ gấp, áp phích",
        ["/viec-doi"] = "Theo việc trong đời",
        ["/iso"] = "Hệ thống quản lý chất lượng",
        ["/chan-chinh"] = "Phê bình, chấn chỉnh",
        ["/thu-tuc/don-gian-hoa"] = "Thủ tục đã đơn giản hóa",
        ["/so-do-trang"] = "Sơ đồ trang và RSS",
        ["/tra-cuu-ho-so"] = "Tra cứu hồ sơ",
        ["/du-lieu-mo"] = "Dữ liệu mở",
        ["/an-toan-thong-tin/tu-kiem-tra"] = "Tự kiểm tra an toàn thông tin",
        ["/tim-kiem"] = "Tìm kiếm",
        ["/khao-sat"] = "Khảo sát",
        ["/phan-anh/khieu-nai"] = "Khiếu nại",
        ["/khan-cap"] = "Khẩn cấp",
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
        if (key.StartsWith(AnswerPrefix, StringComparison.Ordinal))
        {
            var slug = key[AnswerPrefix.Length..];
            return await db.PublicAnswers.AsNoTracking().Where(answer => answer.Slug == slug && answer.State == PublicAnswerState.Published).Select(answer => answer.Title).SingleOrDefaultAsync(stop) is { } answered
                ? (ReadPage.OfList(key, culture), answered, key) : null;
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
