using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Answers the citizen; the case is done with it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ReplyModel(CaseAtHand hand, CaseMails mails) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Trả lời người dân", Case, Problems, Version, hand);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Version = feedback.Version;
        return feedback is { IsOpen: true, UnitId: not null } ? Page() : RedirectToPage("Case", new { code });
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        if (feedback.Version != Version || !(feedback is { IsOpen: true, UnitId: not null }))
        {
            return this.Overtaken();
        }
        var text = CaseAtHand.Read(Text, "Hãy viết nội dung trả lời.", Problems);
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        feedback.Answer(text, hand.Me, hand.Now);
        await mails.Answered(hand.Site, feedback, stop);
        hand.Record("case-answered", feedback);
        await hand.Save(stop);
        TempData["Flash"] = "Đã gửi trả lời cho người dân.";
        return RedirectToPage("Case", new { code });
    }
}
