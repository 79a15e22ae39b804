using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Unpublished texts for trying the editors' desk out, each marked as a sample. Development only.</summary>
public sealed class DemoTexts(PortalDb db, TimeProvider clock)
{
    private static readonly IReadOnlyList<(string Author, string Slug, string Title, string Summary, string Text, bool HandedIn)> All =
    [
        ("bientap", "mau-lich-truc-to-cong-nghe-so", "Lịch trực của tổ công nghệ số cộng đồng tháng 12 (bài mẫu)", "Bài mẫu đang chờ duyệt, để thử việc duyệt và hẹn giờ.",
            "Bài này là mẫu: giờ và nơi dưới đây không có thật.\n\n## Nơi trực\n\n- Nhà văn hóa (mẫu): sáng thứ Ba\n- Trạm y tế (mẫu): chiều thứ Năm\n\n::: note Cần mang theo\nĐiện thoại và căn cước.\n:::", true),
        ("congtacvien", "mau-don-ve-sinh-bai-bien", "Bà con dọn vệ sinh bãi biển cuối tuần (bài mẫu)", "Bản nháp mẫu của cộng tác viên, chưa gửi duyệt.", "Bản nháp mẫu. Cộng tác viên viết tiếp ở đây rồi gửi duyệt.", false),
    ];

    public async Task Add(SiteMap site, CancellationToken stop)
    {
        db.Enter(site.Id);
        var now = clock.GetUtcNow();
        foreach (var (userName, slug, title, summary, text, handedIn) in All)
        {
            if (await db.ContentItems.AnyAsync(item => item.Type == ContentTypes.Article.Key && item.Key == slug, stop)
                || await db.People.SingleOrDefaultAsync(person => person.UserName == userName, stop) is not { } author)
            {
                continue;
            }
            var item = new ContentItem { Type = ContentTypes.Article.Key, Key = slug, OwnerUnit = "TTVHTT", CreatedAt = now };
            var edition = new Edition { Item = item, ItemId = item.Id, Type = item.Type, Culture = "vi", Number = 1, AuthorId = author.Id };
            edition.Write(title, summary, slug, new Article { Text = text, Sample = true, SampleNote = "Bài mẫu để thử bàn làm việc." }, now);
            edition.Topics.Add(new EditionTopic { EditionId = edition.Id, Topic = "chinh-quyen-so" });
            if (handedIn)
            {
                edition.Submit(now);
            }
            db.AddRange(item, edition, Revision.Of(edition, author.Id, now));
        }
        await db.SaveChangesAsync(stop);
    }
}
