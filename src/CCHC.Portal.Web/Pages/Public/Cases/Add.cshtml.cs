using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The sender adds words and files, or answers what an officer asked; a case that waited goes on.</summary>
[NeverCached, Takes(Limits.FeedbackForm)]
public sealed class AddModel(OwnCase own, SendFiles files, FeedbackPaces paces, Translator t) : OwnCaseVerb(own)
{
    [BindProperty] public string? More { get; set; }
    [BindProperty] public List<string?> Kept { get; set; } = [];
    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<SentFile> Papers { get; private set; } = [];

    /// <summary>What the officer wants to know; null when nothing was asked.</summary>
    public string? Question { get; private set; }

    public string Title => Question is null ? t["Bổ sung thông tin"] : t["Trả lời câu hỏi của cán bộ"];
    public override bool Fits => Case.IsOpen;
    protected override string Said => "bo-sung";

    protected override async Task Look(CancellationToken stop) => Question = Case.State != FeedbackState.Waiting ? null
        : await Own.Db.CaseEvents.Where(happened => happened.FeedbackId == Case.Id && happened.Kind == CaseEventKind.Asked).OrderByDescending(happened => happened.At).Select(happened => happened.Text).FirstOrDefaultAsync(stop);

    protected override async Task Act(CancellationToken stop)
    {
        More = OwnCase.Read(More, "More", Question is null ? "Hãy viết phần bổ sung" : "Hãy viết câu trả lời", ModelState);
        Papers = await files.Take(MayUpload() ? Files : [], files.Open(Own.Site.Id, Kept), ModelState, t, stop);
        Kept = [.. Papers.Select(paper => files.Seal(Own.Site.Id, paper))];
        if (ModelState.IsValid)
        {
            var names = Papers.Count == 0 ? "" : $"\n({t["Gửi kèm"]}: {string.Join(", ", Papers.Select(paper => paper.Name))})";
            Case.Add(More + names, Own.Now, Own.Site.Calendar);
            Own.Db.Attachments.AddRange(Papers.Select(paper => Attachment.Of(Case, paper)));
        }
    }

    private bool MayUpload()
    {
        var much = (int)Math.Min(Limits.FeedbackForm, Files.Sum(file => file.Length)) / (1024 * 1024);
        if (Files.Count == 0 || (paces.Uploads.Allows(HttpContext, much + 1) && files.HasRoom()))
        {
            return true;
        }
        ModelState.AddModelError("Files", t["Lúc này chưa nhận thêm tệp được. Hãy chờ mười phút rồi thử lại, hoặc gửi không kèm tệp; phần chữ vẫn còn nguyên."]);
        return false;
    }
}
