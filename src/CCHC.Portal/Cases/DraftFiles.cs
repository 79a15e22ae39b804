using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Files sent with a form that is not finished yet: cleaned, on the disk, and swept away if it never is.</summary>
public sealed class DraftFiles(FileStore files, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Task<IncomingFile> Check(Stream content, string name, long length, CancellationToken stop) => Incoming.Check(content, name, length, stop);

    /// <summary>The form is still being filled in: the file lives as long as the ticket that is made out anew for it.</summary>
    public void StillWanted(SentFile file) => files.Touch(file.StoreKey, clock.GetUtcNow());

    public async Task<SentFile> Keep(IncomingFile file, CancellationToken stop)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var stored = await files.Put(content, file.Extension, stop);
        return new SentFile(stored.Key, file.SafeName, file.ContentType, stored.Size);
    }

    /// <summary>Why a file was refused, in Vietnamese; {0} stands for its name.</summary>
    public static string Explain(IncomingProblem problem) => problem switch
    {
        IncomingProblem.TooLarge => "Tệp “{0}” lớn quá 15 MB. Hãy chọn tệp nhỏ hơn.",
        IncomingProblem.UnknownType => "Tệp “{0}” không phải ảnh (JPG, PNG, WebP) hoặc PDF nên không nhận được.",
        IncomingProblem.NotWhatItSays => "Tệp “{0}” có đuôi không khớp với nội dung bên trong nên không nhận được.",
        IncomingProblem.TooManyPixels => "Ảnh “{0}” có kích thước quá lớn (tối đa 40 triệu điểm ảnh).",
        IncomingProblem.Broken => "Tệp “{0}” bị hỏng, không mở được. Hãy thử chụp hoặc lưu lại.",
        IncomingProblem.Encrypted => "Tệp “{0}” có đặt mật khẩu. Hãy gửi bản không có mật khẩu.",
        IncomingProblem.Empty => "Tệp “{0}” trống.",
        _ => "Không nhận được tệp “{0}”.",
    };
}
