using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>An officer takes a case in hand.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class TakeModel(CaseAtHand hand) : PageModel
{
    [BindProperty] public int Version { get; set; }

    public IActionResult OnGet(string code) => RedirectToPage("Case", new { code });

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        if (feedback.Version != Version || !feedback.IsOpen || feedback.UnitId is null || feedback.MergedIntoId is not null)
        {
            TempData["Flash"] = "Vụ việc vừa thay đổi. Hãy xem lại diễn biến mới trước khi nhận.";
            return RedirectToPage("Case", new { code });
        }
        feedback.Take(hand.Me, hand.Now);
        hand.Record("case-taken", feedback);
        await hand.Save(stop);
        TempData["Flash"] = "Bạn đang phụ trách vụ việc này.";
        return RedirectToPage("Case", new { code });
    }
}
