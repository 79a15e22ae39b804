using CCHC.Portal.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Gives the sender a file back that they sent with their case; behind the same door as the case itself.</summary>
[NeverCached]
public sealed class OwnFileModel(OwnCase own, DraftFiles files, Quarantine quarantine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await own.Open(Request, stop) is not { } feedback)
        {
            return RedirectToPage("Lookup");
        }
        if (await own.File(feedback, id, stop) is not { } file || await files.Read(file.StoreKey, stop) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        if (quarantine.Answer(file.Scan) is { } kept)
        {
            return kept;
        }
        return File(content, "application/octet-stream", file.Name);   // for saving: nothing of it opens in our name
    }
}
