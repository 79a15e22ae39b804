using System.Xml.Linq;
using CCHC.Portal.Content.Word;

namespace CCHC.Portal.Content.Papers;

/// <summary>Judges a Word file that readers shall be able to take away: whole, without programs in it, and without what its writers said to each other.</summary>
internal static class WordPaper
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // What was added, taken out or moved, who said what beside it, and formatting that was changed under watch.
    private static readonly HashSet<string> Traces = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange", "comment"];

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
            return package.HasProgram ? $"Tệp “{name}” có macro hoặc đối tượng nhúng nên thư viện không nhận. Hãy bỏ chúng rồi lưu lại thành .docx."
                : package.Texts().Any(text => text.DescendantsAndSelf().Any(IsTrace))
                    ? $"Tệp “{name}” còn bình luận hoặc dấu vết sửa, người đọc tải về sẽ thấy. Hãy mở bằng Word, chấp nhận các sửa đổi, xóa bình luận rồi lưu lại."
                : null;
        }
        catch (WordException wrong)
        {
            return wrong.Problem.Vi();
        }
    }

    private static bool IsTrace(XElement part) =>
        WordPackage.IsWords(part) && (Traces.Contains(part.Name.LocalName) || part.Name.LocalName.EndsWith("PrChange", StringComparison.Ordinal));
}
