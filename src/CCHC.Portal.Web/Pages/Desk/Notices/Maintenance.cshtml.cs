using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>Announces planned work on the portal in time, or an emergency with its reason.</summary>
[Needs(Deed.PostNotice)]
public sealed class MaintenanceModel(Visit visit, Posting posting, TimeProvider clock) : PageModel
{
    private const string Usual = "Cổng bảo trì theo kế hoạch.", UsualEn = "Planned maintenance of this portal.";

    [BindProperty] public NoticeForm Form { get; set; } = new();
    [BindProperty] public string? Do { get; set; }
    public Notice? Preview { get; private set; }
    public List<Problem> Problems { get; } = [];
    public DateOnly FirstDay => NoticeRules.FirstMaintenanceDay(visit.Site.Calendar, clock.GetUtcNow());

    public void OnGet() => Form = new NoticeForm { Text = Usual, TextEn = UsualEn };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var notice = Form.Maintenance(visit.Me.PersonId, clock.GetUtcNow());
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
        TempData["Flash"] = "Đã báo bảo trì trên mọi trang.";
        return RedirectToPage("Index");
    }
}
