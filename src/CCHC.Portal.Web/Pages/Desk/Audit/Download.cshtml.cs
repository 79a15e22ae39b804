using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Audit;

/// <summary>The lines of the record of deeds that are open, as a file, for who gives their password again; itself a line of the record.</summary>
[Needs(Deed.ReadAudit)]
public sealed class DownloadModel(PortalDb db, Visit visit, AuditLines lines, StillMe still, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public AuditFilter Filter => AuditFilter.Of(Request.Query);
    public int Count { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Count = await Filter.In(db.AuditEntries).CountAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await OnGetAsync(stop);
        if (!await still.Proves(Password, HttpContext, stop))
        {
            Problems.Add(new Problem("Password", StillMe.Wrong));
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "audit-exported", Subject = SheetResult.Csv, Detail = $"{Count} · {Filter.Address("")}" });
        await db.SaveChangesAsync(stop);
        return new SheetResult($"nhat-ky-{VietnamTime.Day(now):yyyyMMdd}", SheetResult.Csv, lines.Rows(Filter));
    }
}
