using CCHC.Portal.Content;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>A file as the library's grid shows it.</summary>
public sealed record MediaTile(MediaFile File, string Title, string? Picture, string Folder, IReadOnlyList<string> Troubles)
{
    public static MediaTile Of(MediaFile file, SiteMap site, DateOnly today) => new(
        file, file.Title != "" ? file.Title : file.Name, PictureOf(file, today), MediaWords.FolderOf(file.Folder, site),
        [.. file.Problems(today).Select(problem => MediaWords.Of(problem, file))]);

    /// <summary>A small picture of it: from readers' own addresses, or from the desk's when readers must not see it.</summary>
    public static string? PictureOf(MediaFile file, DateOnly today) =>
        file.Kind == MediaKind.Image ? file.IsShownOn(today) ? file.Address(480) : $"/quan-tri/thu-vien/{file.Id}/anh"
        : !file.HasCopy("poster.webp") ? null
        : file.IsShownOn(today) ? file.Address("poster.webp") : $"/quan-tri/thu-vien/{file.Id}/anh";
}
