using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A piece of news, a feature or a reportage.</summary>
[ContentType("article", "tin-tuc", "Tin bài", "Article")]
public sealed record Article : ContentBody
{
    [Field("Thể loại", "Kind", Order = 1)]
    public ArticleKind Kind { get; init; }

    [Field("Bút danh", "By-line", Order = 2), StringLength(100, ErrorMessage = "Bút danh dài quá 100 ký tự.")]
    public string? Byline { get; init; }

    [Field("Video", "Video", Input = FieldInput.Rows, Order = 3)]
    public ArticleVideo? Video { get; init; }

    [Field("Bộ ảnh", "Pictures", Input = FieldInput.Rows, Order = 4)]
    public List<GalleryPicture> Gallery { get; init; } = [];

    public override IEnumerable<string?> Words() => [Byline, Video?.Transcript, .. Gallery.Select(picture => picture.Caption)];

    public override IEnumerable<string> Problems()
    {
        // P4: a video without captions or a transcript shuts people out.
        if (Video is { Captions: null or "", Transcript: null or "" })
        {
            yield return "Video cần có phụ đề hoặc bản lời thoại bằng chữ.";
        }
    }
}

/// <summary>A video clip of the portal's own, with what those who cannot hear it read.</summary>
public sealed record ArticleVideo
{
    public string File { get; init; } = "";
    public string? Poster { get; init; }
    public string? Captions { get; init; }
    public int Seconds { get; init; }
    public string? Transcript { get; init; }
}

/// <summary>One picture of a set.</summary>
public sealed record GalleryPicture
{
    public string File { get; init; } = "";
    public string? Caption { get; init; }
}

public enum ArticleKind { News, Feature, Reportage }
