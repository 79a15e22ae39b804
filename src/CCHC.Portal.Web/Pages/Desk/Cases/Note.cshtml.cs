using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Leaves a note for colleagues; the citizen never sees it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class NoteModel(CaseAtHand hand) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Ghi chú nội bộ", Case, Problems, Version, hand);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Version = feedback.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Version = feedback.Version;   // a note adds; it overtakes nothing and nothing overtakes it
        var text = CaseAtHand.Read(Text, "Hãy viết ghi chú.", Problems);
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        feedback.Note(text, hand.Me, hand.Now);
        hand.Record("case-noted", feedback);
        await hand.Save(stop);
        TempData["Flash"] = "Đã lưu ghi chú.";
        return RedirectToPage("Case", new { code });
    }
}
