using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A frame to begin an article with: headings in the order readers ask, and under each what belongs there.</summary>
public sealed record Outline(string Key, string Name, string Text)
{
    private static readonly Outline[] OfArticles =
    [
        new("thong-bao", "Thông báo", """
            **Từ ngày …**, … (việc gì thay đổi, nói trong một câu).

            ## Ai cần biết

            - …

            ## Bà con cần làm gì

            1. …
            2. …

            ## Hỏi ở đâu

            …
            """),
        new("huong-dan", "Hướng dẫn ngắn", """
            Bài này giúp … làm … trong … phút.

            ## Cần chuẩn bị

            - …

            ## Cách làm

            1. …
            2. …
            3. …

            ::: note Nếu gặp khó
            …
            :::
            """),
        new("su-kien", "Sự kiện", """
            … (sự kiện gì) diễn ra ở … vào … giờ, ngày ….

            ## Chương trình

            | Giờ | Việc |
            | --- | --- |
            | … | … |

            ## Ai được dự và đăng ký thế nào

            …

            ## Đi lại, gửi xe, thời tiết

            …
            """),
    ];

    public static IReadOnlyList<Outline> For(ContentType type) => type == ContentTypes.Article ? OfArticles : [];

    public static string? TextOf(ContentType type, string? key) => For(type).FirstOrDefault(outline => outline.Key == key)?.Text;
}
