using CCHC.Portal.Content.Readers;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>One report: mended, or no mistake and why.</summary>
[Needs(Deed.WriteContent)]
public sealed class SettleModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int MostCharacters = 500;

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Do { get; set; }
    public MistakeReport Report { get; private set; } = null!;
    public PageWords? Read { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        Text = VietnameseText.Clean(Text);
        if (Report.State != MistakeState.New)
        {
            return RedirectToPage("Settle", new { id });   // a colleague was faster
        }
        if (Do is not ("fixed" or "not"))
        {
            Problems.Add(new("fixed", "Hãy chọn kết quả."));
        }
        if (Do == "not" && Text == "")
        {
            Problems.Add(new("Text", "Hãy viết vì sao đây không phải sai sót."));
        }
        if (Text.Length > MostCharacters)
        {
            Problems.Add(new("Text", $"Phần viết dài quá {MostCharacters} ký tự."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        Settle();
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ghi kết quả.";
        return RedirectToPage("Reports");
    }

    private void Settle()
    {
        var (me, now) = (visit.Me.PersonId, clock.GetUtcNow());
        if (Do == "fixed")
        {
            Report.Mend(me, Text, now);
        }
        else
        {
            Report.Dismiss(me, Text!, now);
        }
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = me, What = Do == "fixed" ? "mistake-fixed" : "mistake-dismissed", Subject = $"report/{Report.Id:n}", Detail = Text! });
    }

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        if (await db.MistakeReports.VisibleTo(visit.Me, visit.Site, db).SingleOrDefaultAsync(report => report.Id == id, stop) is not { } report)
        {
            return false;
        }
        Report = report;
        Read = (await PageWords.Of(db, [report.Page], stop)).GetValueOrDefault(report.Page.Key);
        return true;
    }
}
