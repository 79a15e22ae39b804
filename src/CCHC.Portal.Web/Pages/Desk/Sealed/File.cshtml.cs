using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Hands a file of a sealed case to the reader who has just opened it, on record.</summary>
[Needs(Deed.ReadSealed)]
public sealed class FileModel(SealedStore store, SealedAtHand hand, Quarantine quarantine) : PageModel
{
    public IActionResult OnGet(Guid id) => RedirectToPage("Open", new { id });

    public async Task<IActionResult> OnPostAsync(Guid id, Guid file, [FromForm] string? pass, CancellationToken stop)
    {
        if (!hand.Passes(pass, id))
        {
            return RedirectToPage("Open", new { id });   // the quarter of an hour is over: password and code again
        }
        if (await store.Open(hand.SiteId, id, hand.Reader, "tải tệp", stop) is not { } opened || opened.Papers.FirstOrDefault(paper => paper.Id == file).Paper is not { } found)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        return await quarantine.Answer(found.Content, stop) ?? File(found.Content, "application/octet-stream", found.Name);
    }
}
