using CCHC.Portal.Search;

namespace CCHC.Portal.Tests.Search;

/// <summary>A dozen things a visitor of the portal looks for.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Day = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static SearchEntry[] All() =>
    [
        Entry("birth", "procedure", "Thủ tục đăng ký khai sinh", "Cha, mẹ nộp tờ khai và giấy chứng sinh tại Trung tâm Phục vụ hành chính công.", topics: ["ho-tich"]),
        Entry("birth-late", "article", "Khai sinh muộn có bị phạt không", "Việc đăng ký quá hạn vẫn theo thủ tục chung; không thu lệ phí.", topics: ["ho-tich"], year: 2025),
        Entry("marriage", "procedure", "Thủ tục đăng ký kết hôn", "Hai bên nam nữ cùng có mặt khi đăng ký.", topics: ["ho-tich"]),
        Entry("resolution", "document", "Nghị quyết về cải cách thủ tục hành chính", "Chương trình tổng thể giai đoạn 2021–2030 của Chính phủ.", exact: ["76/NQ-CP"], year: 2021),
        Entry("hotline", "hotline", "Đường dây nóng đặc khu", "Tiếp nhận phản ánh, kiến nghị suốt ngày đêm.", exact: ["082.507.7988"]),
        Entry("1022", "hotline", "Tổng đài thành phố", "Chuyển tiếp phản ánh ngoài phạm vi.", exact: ["1022"]),
        Entry("ferry", "article", "Giờ phà Bến Gót – Cái Viềng", "Phà chạy từ 5 giờ; xe máy xếp hàng bên phải. Đường xuống bến đang sửa, xin đi chậm. " + Filler(60) + " Vé tháng mua tại bến phà cho xe đạp điện."),
        Entry("road", "article", "Sửa đường Núi Ngọc", "Mặt đường được rải nhựa lại; các hộ đổ rác đúng nơi."),
        Entry("sugar", "article", "Bình ổn giá đường kính trắng", "Giá bán lẻ tại chợ."),
        Entry("ma", "article", "Phong tục cúng ma", "Bài viết về phong tục."),
        Entry("mother", "article", "Hội thi người má đảm đang", "Hội Liên hiệp Phụ nữ tổ chức."),
        Entry("fees", "article", "Bảng phí <b>& lệ phí</b>", "Mức thu theo nghị quyết của Hội đồng nhân dân \"thành phố\" <script>alert(1)</script> năm 2026."),
        Entry("en-birth", "procedure", "Birth registration", "Parents file a declaration. Hotline 1022.", culture: "en"),
    ];

    public static SearchEntry Entry(
        string key, string type, string title, string text, string culture = "vi", string[]? topics = null, string[]? exact = null,
        int? year = 2026, DateTimeOffset? date = null) =>
        new(key, "content", type, culture, title, "/" + key, text, topics ?? [], "Văn phòng", year, exact ?? [], date ?? Day, Sample: false);

    private static string Filler(int sentences) => string.Concat(Enumerable.Repeat("Hành khách giữ trật tự chung. ", sentences));
}
