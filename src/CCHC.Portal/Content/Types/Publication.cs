using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>Something printed and handed out: a leaflet, a folder, a poster, a booklet.</summary>
[ContentType("publication", "an-pham", "Ấn phẩm", "Publication")]
public sealed record Publication : ContentBody
{
    [Field("Loại", "Kind", Order = 1)]
    public PublicationKind Kind { get; init; }

    [Field("Tệp để tải và in (PDF)", "File", Input = FieldInput.Media, Holds = MediaKind.Document, Order = 2), Required(ErrorMessage = "Hãy chọn tệp ấn phẩm trong thư viện."), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string File { get; init; } = "";

    [Field("Ngày phát hành", "Issued on", Order = 3), Required(ErrorMessage = "Hãy nhập ngày phát hành.")]
    public DateOnly? IssuedOn { get; init; }

    [Field("Số bản in", "Copies printed", Order = 4), Range(0, 1_000_000, ErrorMessage = "Số bản in từ 0 đến 1.000.000.")]
    public int? Copies { get; init; }

    [Field("Phát ở đâu", "Where it is handed out", Input = FieldInput.Lines, Hint = "Mỗi dòng một nơi.", Order = 5)]
    public List<string> HandedOutAt { get; init; } = [];

    public override IEnumerable<string?> Words() => HandedOutAt;
}

public enum PublicationKind { Leaflet, Folder, Poster, Booklet }
