using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The list of the inbox that is open, as a file: all of it, senders only for who may see them and only after the look was written down.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class DownloadModel(PortalDb db, Visit visit, CaseSheet sheet, StillMe still, TimeProvider clock) : PageModel
{
    [BindProperty] public string Kind { get; set; } = SheetResult.Xlsx;
    [BindProperty] public bool WithSenders { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Password { get; set; }
    public int Count { get; private set; }
    public List<Problem> Problems { get; } = [];
    public bool MaySeeSenders => visit.Me.Can(Deed.RevealSubmitter);
    public string Query => Request.QueryString.Value ?? "";

    public async Task OnGetAsync(CancellationToken stop) => Count = await sheet.Count(CaseFilter.Of(Request.Query), stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var filter = CaseFilter.Of(Request.Query);
        Count = await sheet.Count(filter, stop);
        Why = VietnameseText.CleanLine(Why);
        WithSenders = WithSenders && MaySeeSenders;
        if (!SheetResult.Knows(Kind))
        {
            Problems.Add(new Problem("Kind", "Hãy chọn loại tệp."));
        }
        if (WithSenders && Why.Length is 0 or > 300)
        {
            Problems.Add(new Problem("Why", "Hãy ghi cần thông tin người gửi để làm gì, không quá 300 ký tự."));
        }
        if (Problems.Count == 0 && !await still.Proves(Password, HttpContext, stop))
        {
            Problems.Add(new Problem("Password", StillMe.Wrong));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = WithSenders ? "cases-exported-with-senders" : "cases-exported", Subject = Kind, Detail = $"{Count} · {Query} {Why}".Trim() });
        await db.SaveChangesAsync(stop);
        return new SheetResult($"phan-anh-{VietnamTime.Day(now):yyyyMMdd}", Kind, sheet.Rows(filter, WithSenders ? await sheet.RecordLooks(filter, Why, now, stop) : null));
    }
}
