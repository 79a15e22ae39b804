using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>A picture or paper of a case, for who may read the case; all but pictures are offered for saving only.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class Paper(CaseAtHand hand, DraftFiles files, Quarantine quarantine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken stop)
    {
        if (await hand.ToRead(code, stop) is not { } feedback
            || feedback.Attachments.Find(file => file.Id == id) is not { } file || await files.Read(file.StoreKey, stop) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        if (quarantine.Answer(file.Scan) is { } kept)
        {
            return kept;
        }
        return file.IsPicture ? File(content, file.ContentType) : File(content, "application/octet-stream", file.Name);
    }
}
