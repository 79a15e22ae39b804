using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A recording to listen to: a programme of the loudspeakers, an interview, an episode of the podcast.</summary>
[ContentType("audio", "am-thanh", "Phát thanh", "Audio", Folder = "audio")]
public sealed record Audio : ContentBody
{
    [Field("Tệp âm thanh", "File", Input = FieldInput.Media, Holds = MediaKind.Audio, Order = 1), Required(ErrorMessage = "Hãy chọn tệp âm thanh trong thư viện."), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string File { get; init; } = "";

    [Field("Kỳ số", "Episode", Order = 2), Range(1, 9_999, ErrorMessage = "Kỳ số từ 1 đến 9999.")]
    public int? Episode { get; init; }

    [Field("Người nói", "Speakers", Order = 3), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string? Speakers { get; init; }

    [Field("Bản lời đọc", "Transcript", Hint = "Toàn bộ lời nói, viết lại thành chữ.", Order = 4), StringLength(40_000, ErrorMessage = "Bản lời đọc dài quá 40.000 ký tự.")]
    public string? Transcript { get; init; }

    public override IEnumerable<string?> Words() => [Speakers, Transcript];

    public override IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Transcript))
        {
            yield return "Bản phát thanh cần có bản lời đọc bằng chữ.";
        }
    }
}
