using System.Xml.Linq;
using CCHC.Portal.Content.Word;

namespace CCHC.Portal.Content.Papers;

/// <summary>Judges a Word file that readers shall be able to take away: whole, without programs in it, and without what its writers said to each other.</summary>
internal static class WordPaper
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static bool IsClaimedBy(string name) => Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase);

    public static async Task<JudgedMedia> Judge(Stream content, string name, long length, CancellationToken stop)
    {
        if (length > WordPackage.MostBytes)
        {
            return JudgedMedia.Refused(WordProblem.TooLarge.Vi());
        }
        using var all = new MemoryStream();
        var buffer = new byte[80 * 1024];
        for (int read; all.Length <= WordPackage.MostBytes && (read = await content.ReadAsync(buffer, stop)) > 0;)
        {
            all.Write(buffer, 0, read);
        }
        var bytes = all.ToArray();
        return await Task.Run(() => Problem(bytes, name), stop) is { } problem ? JudgedMedia.Refused(problem) : new JudgedMedia(MediaKind.Document, "docx", ContentType) { Bytes = bytes };
    }

    private static string? Problem(byte[] bytes, string name)
    {
        try
        {
            using var package = WordPackage.Open(bytes);
            return package.HasProgram ? $"Tệp “{name}” có macro nên thư viện không nhận. Hãy lưu lại thành .docx không có macro."
                : package.Part("comments") is not null || package.Document().Descendants().Any(part => part.Name == Word + "ins" || part.Name == Word + "del")
                    ? $"Tệp “{name}” còn bình luận hoặc dấu vết sửa, người đọc tải về sẽ thấy. Hãy mở bằng Word, chấp nhận các sửa đổi, xóa bình luận rồi lưu lại."
                : null;
        }
        catch (WordException wrong)
        {
            return wrong.Problem.Vi();
        }
    }
}
