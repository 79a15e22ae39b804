using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A film of the portal's own, or one that is watched elsewhere.</summary>
[ContentType("video", "video", "Video", "Video")]
public sealed record Video : ContentBody
{
    [Field("Tệp video", "File", Input = FieldInput.Media, Holds = MediaKind.Video, Order = 1), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string? File { get; init; }

    [Field("Hoặc liên kết tới nơi khác", "Or a link", Hint = "Video trên YouTube, Facebook, Zalo hoặc đài địa phương. Cổng không tải gì từ đó trước khi người xem bấm.", Order = 2), StringLength(300, ErrorMessage = "Địa chỉ dài quá 300 ký tự."), Url(ErrorMessage = "Địa chỉ phải bắt đầu bằng https://.")]
    public string? Link { get; init; }

    [Field("Tệp phụ đề", "Captions", Input = FieldInput.Media, Holds = MediaKind.Captions, Order = 3), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string? Captions { get; init; }

    [Field("Bản lời thoại", "Transcript", Hint = "Những gì nghe được và chữ quan trọng trên hình, viết lại thành chữ.", Order = 4), StringLength(20_000, ErrorMessage = "Bản lời thoại dài quá 20.000 ký tự.")]
    public string? Transcript { get; init; }

    public override IEnumerable<string?> Words() => [Transcript];

    public override IEnumerable<string> Problems()
    {
        var (file, link) = (!string.IsNullOrEmpty(File), !string.IsNullOrEmpty(Link));
        if (file == link)
        {
            yield return file ? "Chỉ chọn một: tệp video hoặc liên kết." : "Hãy chọn tệp video trong thư viện hoặc điền liên kết.";
        }
        if (link && !(Uri.TryCreate(Link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            yield return "Liên kết video phải bắt đầu bằng https://.";
        }
        // P4: a video without captions or a transcript shuts people out. Captions elsewhere cannot be seen from here.
        if (string.IsNullOrWhiteSpace(Transcript) && (link || string.IsNullOrEmpty(Captions)))
        {
            yield return link ? "Video liên kết cần có bản lời thoại bằng chữ." : "Video cần có phụ đề hoặc bản lời thoại bằng chữ.";
        }
    }
}
