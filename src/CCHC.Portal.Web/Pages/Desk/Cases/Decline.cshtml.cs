using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Refuses a case, with the reason the citizen reads.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class DeclineModel(CaseAtHand hand) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Không tiếp nhận", Case, Problems, Version, hand);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Version = feedback.Version;
        return feedback.IsOpen ? Page() : RedirectToPage("Case", new { code });
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        if (feedback.Version != Version || !feedback.IsOpen)
        {
            return this.Overtaken();
        }
        var text = CaseAtHand.Read(Text, "Hãy viết lý do không tiếp nhận.", Problems);
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        feedback.Decline(text, hand.Me, hand.Now);
        hand.Record("case-declined", feedback);
        await hand.Save(stop);
        TempData["Flash"] = "Đã ghi không tiếp nhận, kèm lý do.";
        return RedirectToPage("Case", new { code });
    }
}
