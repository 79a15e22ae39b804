using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Sealed;

/// <summary>Gives the sender of a sealed message a file that a reader sent to them; what they sent themselves is not handed out again.</summary>
[NeverCached]
public sealed class LetterFileModel(SealedMailbox mailbox, Receipts receipts, Visit visit, Quarantine quarantine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (receipts.OpenedMailbox(Request) is not { } opened)
        {
            return RedirectToPage("/Public/Cases/Lookup");
        }
        if (await mailbox.Paper(visit.Site.Id, opened, id, stop) is not { } paper)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        return await quarantine.Answer(paper.Content, stop) ?? File(paper.Content, "application/octet-stream", paper.Name);
    }
}
