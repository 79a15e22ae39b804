using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>An edition of a new item, a draft unless it was sent for review.</summary>
    public static Edition Edition(ContentBody? body = null, string title = "Giờ làm việc mới", string slug = "gio-lam-viec-moi", string culture = "vi",
        Guid? author = null, bool inReview = false, ContentItem? item = null, int number = 1, DateTimeOffset? now = null)
    {
        body ??= new Article();
        var type = ContentTypes.All.Single(type => type.Body == body.GetType());
        item ??= new ContentItem { Type = type.Key, Key = slug, CreatedAt = now ?? Morning };
        var edition = new Edition { Item = item, ItemId = item.Id, Type = type.Key, Culture = culture, Number = number, AuthorId = author ?? Guid.CreateVersion7() };
        edition.Write(title, "Một câu tóm tắt.", slug, body, now ?? Morning);
        if (inReview)
        {
            edition.Submit(now ?? Morning);
        }
        return edition;
    }

    /// <summary>An edition that readers see, approved by somebody else.</summary>
    public static Edition LiveEdition(ContentBody? body = null, string title = "Giờ làm việc mới", string slug = "gio-lam-viec-moi", string culture = "vi", ContentItem? item = null, int number = 1, DateTimeOffset? now = null)
    {
        var edition = Edition(body, title, slug, culture, inReview: true, item: item, number: number, now: now);
        edition.Approve(Guid.CreateVersion7(), now ?? Morning);
        edition.Publish(now ?? Morning, null);
        return edition;
    }
}
