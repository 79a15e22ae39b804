using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The head grants more time or refuses it; what is granted the citizen is told.</summary>
[Needs(Deed.GrantExtension)]
public sealed class DecideExtensionModel(CaseAtHand hand, PortalDb db, Visit visit, CaseMails mails) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Do { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public Extension Asked { get; private set; } = null!;
    public string AskedBy { get; private set; } = "";
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Quyết việc gia hạn", Case, Problems, Version, hand);
    public DateOnly NewDue => hand.Site.Calendar.After(Case.DueAt ?? Asked.OldDueAt, Asked.Days);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop))
        {
            return NotFound();
        }
        Version = Case.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop) || Asked.AskedBy == hand.Me)
        {
            return NotFound();
        }
        if (Case.Version != Version || (!Case.IsOpen && Do == "grant"))
        {
            return this.Overtaken();
        }
        if (Do == "grant")
        {
            Asked.Grant(Case, hand.Me, hand.Now, hand.Site.Calendar);
            await mails.Extended(hand.Site, Case, stop);
        }
        else
        {
            var note = CaseAtHand.Read(Text, "Hãy viết vì sao không chấp thuận.", Problems);
            if (Problems.Count > 0)
            {
                return this.Invalid();
            }
            Asked.Refuse(Case, note, hand.Me, hand.Now);
        }
        hand.Record(Do == "grant" ? "extension-granted" : "extension-refused", Case);
        await hand.Save(stop);
        TempData["Flash"] = Do == "grant" ? "Đã gia hạn và báo người gửi hạn mới." : "Đã ghi không chấp thuận; hạn giữ nguyên.";
        return RedirectToPage("Extensions");
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        if (await hand.ToRead(code, stop) is not { } feedback || !visit.Me.Can(Deed.GrantExtension, new Subject(feedback.UnitId))
            || await db.Extensions.SingleOrDefaultAsync(extension => extension.FeedbackId == feedback.Id && extension.State == ExtensionState.Asked, stop) is not { } asked)
        {
            return false;
        }
        (Case, Asked) = (feedback, asked);
        AskedBy = (await db.NamesOf([asked.AskedBy], stop)).GetValueOrDefault(asked.AskedBy, "Người đã rời");
        return true;
    }
}
