using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>What the nightly comparisons found; codes and days, never what a case is about.</summary>
[Needs(Deed.ManageCalendar)]
public sealed class ProofModel(PortalDb db, Visit visit, Proving proving, CalendarChanges changes) : PageModel
{
    private const int Nights = 30;

    [BindProperty] public string? Do { get; set; }
    public ClockProof? Last { get; private set; }
    public IReadOnlyList<Drift> Lines { get; private set; } = [];
    public IReadOnlyList<ClockProof> Earlier { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var proofs = await db.ClockProofs.AsNoTracking().OrderByDescending(proof => proof.Day).Take(Nights).ToListAsync(stop);
        (Last, Earlier) = (proofs.FirstOrDefault(), [.. proofs.Skip(1)]);
        Lines = Last is null ? [] : await db.OpenTo(visit.Me, Last.Lines, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var moved = Do == "recount" ? await changes.Make(new CalendarEdit([]), "Tính lại sau đối chiếu", visit.Me.PersonId, stop) : 0;
        var proof = await proving.Prove(visit.Site, stop);
        TempData["Flash"] = (Do == "recount" ? $"Đã tính lại {moved} vụ việc. " : "") + (proof.Differences == 0 ? "Không chỗ nào lệch." : $"Còn {proof.Differences} chỗ lệch.");
        return RedirectToPage("Proof");
    }
}
