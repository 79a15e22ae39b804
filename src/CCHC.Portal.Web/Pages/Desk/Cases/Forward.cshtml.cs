using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Gives the case to the unit whose it is: out of triage, or from one unit to another.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ForwardModel(CaseAtHand hand, CaseMails mails, Deadlines deadlines) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Chuyển đơn vị xử lý", Case, Problems, Version, hand);
    public IEnumerable<Unit> Units => hand.Site.Units.Where(unit => (unit.Kind is UnitKind.Internal or UnitKind.Peer) && unit.Id != Case.UnitId);

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
        var unit = Units.FirstOrDefault(unit => unit.Code == UnitCode);
        if (unit is null)
        {
            Problems.Add(new Problem("UnitCode", "Hãy chọn đơn vị nhận."));
        }
        var text = CaseAtHand.Read(Text, "Hãy viết lý do chuyển.", Problems);
        if (unit is null || Problems.Count > 0)
        {
            return this.Invalid();
        }
        feedback.Forward(unit.Id, text, hand.Me, hand.Now, deadlines.TermsOf(hand.Site));
        await mails.Forwarded(hand.Site, feedback, stop);
        hand.Record("case-forwarded", feedback);
        await hand.Save(stop);
        TempData["Flash"] = $"Đã chuyển {feedback.ReferenceCode} đến {unit.Name}.";
        return RedirectToPage(hand.MayStillRead(feedback) ? "Case" : "Index", hand.MayStillRead(feedback) ? new { code } : null);
    }
}
