using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Files people send: cleaned, then locked on the disk from the first step on, since nobody knows yet which will be sealed; swept away if the form is never finished.</summary>
public sealed class DraftFiles(FileStore files, Vault vault, TimeProvider clock, Ffmpeg? ffmpeg = null)
{
    private const string Purpose = "sent-file";
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Task<IncomingFile> Check(Stream content, string name, long length, CancellationToken stop) => Incoming.Check(content, name, length, stop, ffmpeg);

    /// <summary>Films and recordings lose their place and titles here; without ffmpeg they are kept as they came, and the page says so.</summary>
    public bool CleansClips => ffmpeg is { IsThere: true };

    /// <summary>The form is still being filled in: the file lives as long as the ticket that is made out anew for it.</summary>
    public void StillWanted(SentFile file) => files.Touch(file.StoreKey, clock.GetUtcNow());

    public bool Has(SentFile file) => files.Exists(file.StoreKey);

    public async Task<SentFile> Keep(IncomingFile file, CancellationToken stop)
    {
        using var content = new MemoryStream(vault.LockBytes(file.Content, Purpose), writable: false);
        var stored = await files.Put(content, file.Extension, stop);
        return new SentFile(stored.Key, file.SafeName, file.ContentType, file.Content.Length);
    }

    /// <summary>A kept picture with places painted over, as a file of its own; null when it is gone. What it was stays where it is.</summary>
    public async Task<SentFile?> Covered(Attachment picture, IReadOnlyCollection<CoverBox> boxes, CancellationToken stop) =>
        await Read(picture.StoreKey, stop) is not { } bytes ? null
            : await Keep(new IncomingFile(IncomingProblem.None, picture.ContentType, "webp", Incoming.Cover(bytes, boxes), null, null, picture.Name), stop);

    /// <summary>What was sent, unlocked; null when it is gone.</summary>
    public async Task<byte[]?> Read(string storeKey, CancellationToken stop)
    {
        await using var locked = files.Open(storeKey);
        if (locked is null)
        {
            return null;
        }
        var box = new byte[locked.Length];
        await locked.ReadExactlyAsync(box, stop);
        return vault.UnlockBytes(box, Purpose);
    }

    /// <summary>Why a file was refused, in Vietnamese; {0} stands for its name.</summary>
    public static string Explain(IncomingProblem problem) => problem switch
    {
        IncomingProblem.TooLarge => "Tệp “{0}” lớn quá: mỗi tệp 15 MB, phim và ghi âm 40 MB. Hãy chọn tệp nhỏ hơn.",
        IncomingProblem.UnknownType => "Tệp “{0}” không thuộc loại nhận được: ảnh (JPG, PNG, WebP), PDF, DOCX, XLSX, phim MP4, ghi âm MP3 hoặc M4A.",
        IncomingProblem.NotWhatItSays => "Tệp “{0}” có đuôi không khớp với nội dung bên trong nên không nhận được.",
        IncomingProblem.TooManyPixels => "Ảnh “{0}” có kích thước quá lớn (tối đa 40 triệu điểm ảnh).",
        IncomingProblem.Broken => "Tệp “{0}” bị hỏng, không mở được. Hãy thử chụp hoặc lưu lại.",
        IncomingProblem.Encrypted => "Tệp “{0}” có đặt mật khẩu. Hãy gửi bản không có mật khẩu.",
        IncomingProblem.HasProgram => "Tệp “{0}” có chương trình (macro) bên trong nên không nhận được. Hãy lưu lại thành tệp thường hoặc PDF.",
        IncomingProblem.TooMuchInside => "Tệp “{0}” mở ra quá lớn nên không nhận được. Hãy lưu lại thành PDF.",
        IncomingProblem.Empty => "Tệp “{0}” trống.",
        _ => "Không nhận được tệp “{0}”.",
    };
}
