using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Keeping;

/// <summary>The second person looks at what would go, and purges it or says why not.</summary>
[Needs(Deed.ApprovePurge)]
public sealed class DecideModel(PortalDb db, Visit visit, Purging purging, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Go { get; set; }
    [BindProperty] public string? Note { get; set; }
    [BindProperty] public bool Sure { get; set; }
    [BindProperty] public int Version { get; set; }
    public CasePurge Purge { get; private set; } = null!;
    public string Proposer { get; private set; } = "";

    /// <summary>Of what was proposed, what this person may decide and is still due.</summary>
    public IReadOnlyList<DueCase> Going { get; private set; } = [];
    public bool IsOwn => Purge.ProposedBy == visit.Me.PersonId;
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop) || IsOwn)
        {
            return NotFound();
        }
        Note = VietnameseText.CleanLine(Note);
        if (Purge.State != PurgeState.Proposed || Purge.Version != Version)
        {
            return this.Overtaken();
        }
        if (Go == "refuse" ? Note.Length is 0 or > 300 : !Sure)
        {
            Problems.Add(Go == "refuse" ? new Problem("Note", "Hãy ghi vì sao không duyệt, không quá 300 ký tự.") : new Problem("Sure", "Hãy đánh dấu rằng bạn đã xem danh sách và đồng ý xóa hẳn."));
            return this.Invalid();
        }
        if (Go == "refuse")
        {
            Purge.Refuse(Note, visit.Me.PersonId, clock.GetUtcNow());
            await db.SaveChangesAsync(stop);
            TempData["Flash"] = "Đã ghi là không duyệt. Không có gì bị xóa.";
            return RedirectToPage("Index");
        }
        await purging.CarryOut(Purge, visit.Me, stop);
        TempData["Flash"] = $"Đã xóa {Purge.Count} vụ. Bằng chứng nằm ở danh sách bên dưới và trong lịch sử từng vụ.";
        return RedirectToPage("Index");
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.CasePurges.SingleOrDefaultAsync(purge => purge.Id == id, stop) is not { } found)
        {
            return false;
        }
        Purge = found;
        var wanted = found.Cases.ToHashSet();
        Going = [.. (await purging.Due(Purging.MayApprove(db.Feedback, visit.Me), stop)).Where(one => wanted.Contains(one.Id))];
        Proposer = (await db.NamesOf([found.ProposedBy], stop)).GetValueOrDefault(found.ProposedBy, "Người đã rời");
        Version = Request.Method == HttpMethods.Get ? found.Version : Version;
        return true;
    }
}
