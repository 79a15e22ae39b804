using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>Why the library does not take a file, in Vietnamese, with what to do instead.</summary>
public static class MediaRefusals
{
    public static string Explain(IncomingProblem problem, string name, ReadOnlySpan<byte> head) => problem switch
    {
        IncomingProblem.TooLarge => $"Tệp “{name}” lớn quá {Incoming.MostLibraryBytes / 1024 / 1024} MB. Hãy chọn tệp nhỏ hơn.",
        IncomingProblem.TooManyPixels => $"Ảnh “{name}” quá lớn: cổng nhận ảnh đến {Incoming.MostPixels / 1_000_000} triệu điểm ảnh. Hãy đặt máy ở chế độ chụp thường (12 triệu điểm ảnh) hoặc thu nhỏ ảnh.",
        IncomingProblem.Broken => $"Tệp “{name}” bị hỏng, không mở được. Hãy thử chụp hoặc lưu lại.",
        IncomingProblem.Encrypted => $"Tệp “{name}” có đặt mật khẩu. Hãy gửi bản không có mật khẩu.",
        IncomingProblem.Empty => $"Tệp “{name}” trống.",
        _ when ClipSignature.IsStill(head) || Has(name, ".heic", ".heif") =>
            $"Ảnh “{name}” ở dạng HEIC, cổng chưa đọc được. Trên iPhone, vào Cài đặt, Camera, Định dạng, chọn Tương thích nhất rồi chụp lại; hoặc lưu ảnh thành JPG.",
        _ when Has(name, ".svg", ".svgz") => $"Tệp “{name}” là SVG, có thể chứa mã chạy được nên cổng không nhận. Hãy xuất thành PNG hoặc WebP.",
        IncomingProblem.NotWhatItSays when !Has(name, ".xlsx") => $"Tệp “{name}” có đuôi không khớp với nội dung bên trong nên không nhận được.",
        _ => $"Tệp “{name}” không thuộc loại thư viện nhận: ảnh (JPG, PNG, WebP), PDF, Word (.docx), video (MP4, MOV, WebM), âm thanh (MP3, M4A, WAV) và phụ đề (VTT, SRT).",
    };

    public static string WrongEnding(string name, ClipContainer found) => found == ClipContainer.None
        ? $"Tệp “{name}” mang đuôi video hoặc âm thanh nhưng bên trong không phải. Hãy chọn lại đúng tệp."
        : $"Tệp “{name}” bên trong là {found.Vi()} nhưng mang đuôi {(Path.GetExtension(name) is { Length: > 0 } ending ? ending : "khác")}. Hãy đổi lại đuôi cho đúng hoặc xuất lại thành MP4.";

    private static bool Has(string name, params string[] endings) => endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
