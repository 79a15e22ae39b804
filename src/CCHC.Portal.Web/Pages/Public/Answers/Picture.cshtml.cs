using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Answers;

/// <summary>A picture of a published answer, always as it is covered now; gone with the answer, so nobody keeps it without asking again.</summary>
[NeverCached]
public sealed class PictureModel(PortalDb db, DraftFiles files, Quarantine quarantine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken stop)
    {
        if (await db.PublicAnswers.AsNoTracking().Published().SingleOrDefaultAsync(answer => answer.Slug == slug, stop) is not { } answer || await Desk.Published.PictureModel.Find(answer.Id, id, db, stop) is not { } file || await files.Read(file.StoreKey, stop) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "no-store";
        return quarantine.Answer(file.Scan) ?? File(content, file.ContentType);
    }
}
