using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Published;

/// <summary>The second pair of eyes on what is to be published: beside the original, approve or refuse; later, take away.</summary>
[Needs(Deed.ApprovePublication)]
public sealed class DecideModel(PortalDb db, Visit visit, Disclosure disclosure, TimeProvider clock) : PageModel
{
    private Feedback source = null!;

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Go { get; set; }
    [BindProperty] public int Version { get; set; }
    public PublicAnswer Answer { get; private set; } = null!;
    public string Code => source.ReferenceCode;
    public List<Problem> Problems { get; } = [];

    /// <summary>The words as they were sent, for who may read the case itself.</summary>
    public string? Original { get; private set; }
    public string? Reply { get; private set; }

    /// <summary>Pictures that go with it.</summary>
    public IReadOnlyList<PublicPicture> Pictures { get; private set; } = [];

    public bool IsMine => Answer.ProposedBy == visit.Me.PersonId;

    /// <summary>Why this person cannot approve it; null when they can.</summary>
    public string? Barred => IsMine ? "Bạn là người đề nghị: một người khác phải duyệt." : PublicAnswer.WhyNot(source);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        if (Version != Answer.Version)
        {
            return this.Overtaken();
        }
        Text = VietnameseText.Clean(Text);
        if (Go is "no" or "away" && Text == "")
        {
            Problems.Add(new Problem("Text", "Hãy viết lý do."));
        }
        return Problems.Count > 0 ? this.Invalid() : await Act(stop);
    }

    private async Task<IActionResult> Act(CancellationToken stop)
    {
        var said = "";
        switch (Go, Answer.State)
        {
            case ("yes", PublicAnswerState.Proposed) when Barred is null:
                Record("publication-approved");
                await disclosure.Publish(Answer, source, visit.Me.PersonId, stop);
                said = "Đã công khai.";
                break;
            case ("no", PublicAnswerState.Proposed) when !IsMine:
                Answer.Refuse(Text!, visit.Me.PersonId, clock.GetUtcNow());
                Record("publication-refused");
                await db.SaveChangesAsync(stop);
                said = "Đã ghi: không duyệt.";
                break;
            case ("away", PublicAnswerState.Published):
                Record("publication-withdrawn");
                await disclosure.Withdraw(Answer, Text!, stop);
                said = "Đã gỡ bài.";
                break;
            default:
                return this.Overtaken();
        }
        TempData["Flash"] = said;
        return RedirectToPage("Decide", new { id = Answer.Id.ToString("n") });
    }

    private void Record(string what) => db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = what, Subject = source.ReferenceCode });

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.PublicAnswers.DecidableBy(visit.Me, db).SingleOrDefaultAsync(answer => answer.Id == id, stop) is not { } found
            || await db.Feedback.SingleOrDefaultAsync(feedback => feedback.Id == found.FeedbackId, stop) is not { } feedback)
        {
            return false;
        }
        (Answer, source) = (found, feedback);
        Pictures = await db.PublicPictures.AsNoTracking().Where(picture => picture.AnswerId == found.Id).OrderBy(picture => picture.Id).ToListAsync(stop);
        if (await db.Feedback.VisibleTo(visit.Me).AnyAsync(one => one.Id == feedback.Id, stop))
        {
            Original = feedback.Message;
            Reply = await db.CaseEvents.Where(happened => happened.FeedbackId == feedback.Id && (happened.Kind == CaseEventKind.Answered || happened.Kind == CaseEventKind.IdeaAccepted || happened.Kind == CaseEventKind.IdeaDeclined)).OrderByDescending(happened => happened.At).Select(happened => happened.Text).FirstOrDefaultAsync(stop);
        }
        return true;
    }
}
