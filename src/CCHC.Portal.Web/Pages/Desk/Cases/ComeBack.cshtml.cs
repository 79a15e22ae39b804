using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Takes back a case that the outside body returned; its clock goes on.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ComeBackModel(CaseAtHand hand, Deadlines deadlines) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Nhận lại vụ việc", Case, Problems, Version, hand);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Version = feedback.Version;
        return feedback.State == FeedbackState.Forwarded ? Page() : RedirectToPage("Case", new { code });
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        if (feedback.Version != Version || feedback.State != FeedbackState.Forwarded)
        {
            return this.Overtaken();
        }
        var text = CaseAtHand.Read(Text, "Hãy viết lý do nhận lại.", Problems);
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        feedback.ComeBack(text, hand.Me, hand.Now, deadlines.TermsOf(hand.Site));
        hand.Record("case-came-back", feedback);
        await hand.Save(stop);
        TempData["Flash"] = "Đã nhận lại vụ việc; thời hạn chạy tiếp.";
        return RedirectToPage("Case", new { code });
    }
}
