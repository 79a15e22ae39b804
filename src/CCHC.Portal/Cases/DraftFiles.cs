using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Files sent with a form that is not finished yet: cleaned, on the disk, and swept away if it never is.</summary>
public sealed class DraftFiles(FileStore files)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Task<IncomingFile> Check(Stream content, string name, long length, CancellationToken stop) => Incoming.Check(content, name, length, stop);

    public async Task<SentFile> Keep(IncomingFile file, CancellationToken stop)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var stored = await files.Put(content, file.Extension, stop);
        return new SentFile(stored.Key, file.SafeName, file.ContentType, stored.Size);
    }

    /// <summary>The file's words for why it was refused, in Vietnamese.</summary>
    public static string Explain(IncomingProblem problem, string name) => problem switch
    {
        IncomingProblem.TooLarge => $"Tệp “{name}” lớn quá 15 MB. Hãy chọn tệp nhỏ hơn.",
        IncomingProblem.UnknownType => $"Tệp “{name}” không phải ảnh (JPG, PNG, WebP) hoặc PDF nên không nhận được.",
        IncomingProblem.NotWhatItSays => $"Tệp “{name}” có đuôi không khớp với nội dung bên trong nên không nhận được.",
        IncomingProblem.TooManyPixels => $"Ảnh “{name}” có kích thước quá lớn (tối đa 40 triệu điểm ảnh).",
        IncomingProblem.Broken => $"Tệp “{name}” bị hỏng, không mở được. Hãy thử chụp hoặc lưu lại.",
        IncomingProblem.Encrypted => $"Tệp “{name}” có đặt mật khẩu. Hãy gửi bản không có mật khẩu.",
        IncomingProblem.Empty => $"Tệp “{name}” trống.",
        _ => $"Không nhận được tệp “{name}”.",
    };
}
