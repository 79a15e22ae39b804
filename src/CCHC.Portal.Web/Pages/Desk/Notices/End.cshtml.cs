using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>Takes a notice down before its hour.</summary>
[Needs(Deed.PostNotice)]
public sealed class EndModel(PortalDb db, Visit visit, Posting posting, TimeProvider clock) : PageModel
{
    public Notice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is { } answer)
        {
            return answer;
        }
        await posting.End(Notice, visit.Me.PersonId, stop);
        TempData["Flash"] = "Đã kết thúc.";
        return RedirectToPage("Index");
    }

    // The answer when there is nothing to end; else null.
    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await db.Notices.SingleOrDefaultAsync(notice => notice.Id == id, stop) is not { } notice)
        {
            return NotFound();
        }
        Notice = notice;
        return notice.IsToCome(clock.GetUtcNow()) ? null : RedirectToPage("Index");
    }
}
