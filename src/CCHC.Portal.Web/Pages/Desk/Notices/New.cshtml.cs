using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>Writes a notice, shows how it will stand, and puts it up.</summary>
[Needs(Deed.PostNotice)]
public sealed class NewModel(Visit visit, Posting posting, TimeProvider clock) : PageModel
{
    [BindProperty] public NoticeForm Form { get; set; } = new();
    [BindProperty] public string? Do { get; set; }
    public Notice? Preview { get; private set; }
    public List<Problem> Problems { get; } = [];

    public void OnGet() => Form = new NoticeForm { From = NoticeForm.Typed(clock.GetUtcNow()), Severity = nameof(NoticeSeverity.Note) };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var notice = Form.Alert(visit.Me.PersonId, clock.GetUtcNow());
        Problems.AddRange(NoticeRules.Problems(notice, visit.Site.Calendar, clock.GetUtcNow()).Select(problem => new Problem(problem.Field, problem.Words)));
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        if (Do == "preview")
        {
            Preview = notice;
            return Page();
        }
        await posting.Post(notice, visit.Me.PersonId, stop);
        TempData["Flash"] = notice.IsShown(clock.GetUtcNow()) ? "Đã đăng. Thông báo hiện trên mọi trang trong vài giây." : "Đã hẹn giờ thông báo.";
        return RedirectToPage("Index");
    }
}
