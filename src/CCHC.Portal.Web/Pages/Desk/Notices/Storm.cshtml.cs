using CCHC.Portal.Content.Notices;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>The storm switch: one action puts the emergency before everything else, and it ends by itself.</summary>
[Needs(Deed.SwitchStorm)]
public sealed class StormModel(PortalDb db, Visit visit, Posting posting, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? TextEn { get; set; }
    [BindProperty] public int Hours { get; set; } = NoticeRules.UsualStormHours;
    [BindProperty] public string? Do { get; set; }
    public Notice? On { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop) => On = await Find(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        On = await Find(stop);
        if (Do == "off")
        {
            await TurnOff(stop);
            return RedirectToPage("Storm");
        }
        var storm = Storm();
        Problems.AddRange(NoticeRules.Problems(storm, visit.Site.Calendar, clock.GetUtcNow()).Select(problem => new Problem(problem.Field == "Until" ? "Hours" : problem.Field, problem.Field == "Until" ? $"Số giờ từ 1 đến {NoticeRules.MostStormHours}." : problem.Words)));
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        await posting.SwitchStorm(storm, visit.Me.PersonId, stop);
        TempData["Flash"] = "Đã bật chế độ khẩn cấp trên mọi trang.";
        return RedirectToPage("Storm");
    }

    private async Task TurnOff(CancellationToken stop)
    {
        if (On is { } on)
        {
            await posting.End(on, visit.Me.PersonId, stop);
            TempData["Flash"] = "Đã tắt chế độ khẩn cấp.";
        }
    }

    private Notice Storm()
    {
        var now = clock.GetUtcNow();
        return new Notice
        {
            Kind = NoticeKind.Storm,
            Severity = NoticeSeverity.Urgent,
            Text = VietnameseText.CleanLine(Text),
            TextEn = VietnameseText.CleanLine(TextEn),
            From = now,
            Until = now.AddHours(Math.Clamp(Hours, 0, 10_000)),
            PostedAt = now,
            PostedBy = visit.Me.PersonId,
        };
    }

    private Task<Notice?> Find(CancellationToken stop) =>
        db.Notices.ToCome(clock.GetUtcNow()).Where(notice => notice.Kind == NoticeKind.Storm).OrderByDescending(notice => notice.PostedAt).FirstOrDefaultAsync(stop);
}
