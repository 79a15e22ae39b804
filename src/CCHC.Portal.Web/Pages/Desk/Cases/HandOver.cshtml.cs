using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Hands the case to a body outside; the citizen is told where it went.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class HandOverModel(CaseAtHand hand) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Chuyển cơ quan ngoài", Case, Problems, Version, hand);
    public IEnumerable<Unit> Units => hand.Site.Units.Where(unit => unit.Kind == UnitKind.External);

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery] string? unitCode, CancellationToken stop)
    {
        UnitCode = unitCode;   // suggested on the case page
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
            Problems.Add(new Problem("UnitCode", "Hãy chọn cơ quan nhận."));
        }
        var text = CaseAtHand.Read(Text, "Hãy viết lý do chuyển.", Problems);
        if (unit is null || Problems.Count > 0)
        {
            return this.Invalid();
        }
        feedback.HandOver(unit.Id, text, hand.Me, hand.Now, hand.Site.Calendar);
        hand.Record("case-handed-over", feedback);
        await hand.Save(stop);
        TempData["Flash"] = $"Đã ghi chuyển {feedback.ReferenceCode} đến {unit.Name}.";
        return RedirectToPage("Case", new { code });
    }
}
