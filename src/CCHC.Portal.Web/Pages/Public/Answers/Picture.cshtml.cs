using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Answers;

/// <summary>A picture of a published answer, always as it is covered now; gone with the answer, so nobody keeps it without asking again.</summary>
[NeverCached]
public sealed class PictureModel(PortalDb db, DraftFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken stop)
    {
        if (await db.PublicAnswers.AsNoTracking().Published().SingleOrDefaultAsync(answer => answer.Slug == slug, stop) is not { } answer || await Desk.Published.PictureModel.Read(answer.Id, id, db, files, stop) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "no-store";
        return File(content, "image/webp");
    }
}
