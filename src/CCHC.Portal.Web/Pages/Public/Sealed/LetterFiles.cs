using CCHC.Portal.Cases;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Public.Sealed;

/// <summary>Files that come with a letter of a sealed case: judged and cleaned like all others, and never on the disk in any other box than the case's own.</summary>
public sealed class LetterFiles(DraftFiles drafts, SendFiles carried, FeedbackPaces paces, CasesSettings settings)
{
    public const string NoRoom = "Lúc này chưa nhận thêm tệp được. Hãy chờ mười phút rồi thử lại, hoặc gửi không kèm tệp";

    public bool HasRoomFor(IReadOnlyList<IFormFile> sent, HttpContext context) =>
        sent.Count == 0 || (paces.Uploads.Allows(context, (int)(Math.Min(Limits.FeedbackForm, sent.Sum(file => file.Length)) / (1024 * 1024)) + 1) && carried.HasRoom());

    /// <summary>The files, or what is wrong with one of them in words.</summary>
    public async Task<(IReadOnlyList<SealedPaper> Papers, string? Wrong)> Take(IReadOnlyList<IFormFile> sent, CancellationToken stop)
    {
        if (sent.Count > settings.MostFiles)
        {
            return ([], "Gửi kèm nhiều tệp quá. Hãy gỡ bớt");
        }
        var papers = new List<SealedPaper>();
        foreach (var file in sent.Where(file => file.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var judged = await drafts.Check(content, file.FileName, file.Length, stop);
            if (judged.Problem != IncomingProblem.None)
            {
                return ([], DraftFiles.Explain(judged.Problem).Replace("{0}", judged.SafeName, StringComparison.Ordinal));
            }
            papers.Add(new SealedPaper(judged.SafeName, judged.ContentType, judged.Content));
        }
        return (papers, null);
    }
}
