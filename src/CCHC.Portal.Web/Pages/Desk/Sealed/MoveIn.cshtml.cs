using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Desk.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>The intake officer moves a case that tells of wrong-doing into the sealed store: nothing of it stays in the ordinary tables.</summary>
[Needs(Deed.TriageFeedback)]
public sealed class MoveInModel(CaseAtHand hand, Visit visit, PortalDb db, MovingIn moving) : CaseVerb(hand)
{
    public override string Title => "Chuyển vào kho kín";

    // Those merged into it would lose their lead.
    public override bool Fits => Case.IsOpen && Case.MergedIntoId is null && !leads;

    private bool leads;

    protected override async Task<Feedback?> Find(string code, CancellationToken stop) =>
        visit.Me.Can(Deed.TriageFeedback, new Subject(null)) ? await Hand.ToRead(code, stop) : null;

    protected override async Task Look(CancellationToken stop) => leads = await db.Feedback.AnyAsync(one => one.MergedIntoId == Case.Id, stop);

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var why = Words("Hãy viết vì sao chuyển.");
        if (Problems.Count > 0)
        {
            return null;
        }
        await moving.Move(visit.Site, Case, why, Hand.Me, stop);
        TempData["Flash"] = "Đã chuyển vào kho kín. Không còn gì của vụ việc ở hàng chờ.";
        return RedirectToPage("/Desk/Cases/Index");
    }
}
