using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A piece of news, a feature or a reportage.</summary>
[ContentType("article", "tin-tuc", "Tin bài", "Article")]
public sealed record Article : ContentBody
{
    [Field("Thể loại", "Kind", Order = 1)]
    public ArticleKind Kind { get; init; }

    [Field("Bút danh", "By-line", Order = 2, Example = "Tổ biên tập cổng"), StringLength(100, ErrorMessage = "Bút danh dài quá 100 ký tự.")]
    public string? Byline { get; init; }

    [Field("Dẫn lại từ", "Quoted from", Order = 3, Hint = "Nguồn tin ngoài, chọn từ danh mục Liên kết dịch vụ nhóm Nguồn tin; bài ghi nguồn và dẫn tới đó."), StringLength(120, ErrorMessage = "Mã nguồn tin dài quá 120 ký tự.")]
    public string? QuotedFrom { get; init; }

    [Field("Video", "Video", Input = FieldInput.Rows, Folded = true, Order = 6)]
    public ArticleVideo? Video { get; init; }

    [Field("Bộ ảnh", "Pictures", Input = FieldInput.Rows, Folded = true, Order = 7)]
    public List<GalleryPicture> Gallery { get; init; } = [];

    public override IEnumerable<(string Type, string Key)> Names() => string.IsNullOrEmpty(QuotedFrom) ? [] : [("serviceLink", QuotedFrom)];

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
    [Field("Tệp video", "File", Input = FieldInput.Media, Holds = MediaKind.Video, Order = 1)] public string File { get; init; } = "";
    [Field("Ảnh chờ", "Poster", Input = FieldInput.Media, Order = 2)] public string? Poster { get; init; }
    [Field("Tệp phụ đề", "Captions", Input = FieldInput.Media, Holds = MediaKind.Captions, Order = 3)] public string? Captions { get; init; }
    [Field("Số giây", "Seconds", Order = 4)] public int Seconds { get; init; }
    [Field("Bản lời thoại", "Transcript", Order = 5), StringLength(20_000, ErrorMessage = "Bản lời thoại dài quá 20.000 ký tự.")] public string? Transcript { get; init; }
}

/// <summary>One picture of a set.</summary>
public sealed record GalleryPicture
{
    [Field("Tên tệp", "File", Input = FieldInput.Media, Order = 1)] public string File { get; init; } = "";
    [Field("Chú thích", "Caption", Order = 2), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Caption { get; init; }
}

public enum ArticleKind { News, Feature, Reportage }
