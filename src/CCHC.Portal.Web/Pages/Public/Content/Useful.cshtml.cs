using CCHC.Portal.Content.Readers;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Takes a reader's yes or not-yet and leads back to the page, which says thank you by itself.</summary>
[NeverCached, IgnoreAntiforgeryToken]
public sealed class UsefulModel(PageBeingRead pages, ReaderDevice device, ReaderPaces paces, PortalDb db, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/"));

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "trang")] string? key, [FromForm(Name = "ban")] int number, [FromForm(Name = "tieng")] string? culture, [FromForm(Name = "y")] string? word, CancellationToken stop)
    {
        if (!ReaderDevice.CameFromOurPage(Request) || word is not ("co" or "chua"))
        {
            return BadRequest();
        }
        if (await pages.Find(key, number, culture, stop) is not var (page, _, address))
        {
            return NotFound();
        }
        if (!paces.Votes.Allows(HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }
        await db.Keep(new UsefulVote { Page = page, IsUseful = word == "co", Device = device.MarkFor(HttpContext, page, "useful"), On = VietnamTime.Day(clock.GetUtcNow()) }, stop);
        return LocalRedirect(Url.Content("~" + address) + (word == "co" ? "#cam-on" : "#cam-on-chua"));
    }
}
