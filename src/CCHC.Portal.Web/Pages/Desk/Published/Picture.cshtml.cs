using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Published;

/// <summary>A picture that goes with a proposed answer, for who decides on it.</summary>
[Needs(Deed.ApprovePublication)]
public sealed class PictureModel(PortalDb db, Visit visit, DraftFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid picture, CancellationToken stop)
    {
        if (!await db.PublicAnswers.DecidableBy(visit.Me, db).AnyAsync(answer => answer.Id == id, stop) || await Read(id, picture, db, files, stop) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(content, "image/webp");
    }

    /// <summary>The picture as it is covered now; null when it is none of this answer's, or gone.</summary>
    public static async Task<byte[]?> Read(Guid answer, Guid picture, PortalDb db, DraftFiles files, CancellationToken stop) =>
        await db.PublicPictures.Where(one => one.Id == picture && one.AnswerId == answer).Join(db.Attachments, one => one.AttachmentId, file => file.Id, (one, file) => file.StoreKey).SingleOrDefaultAsync(stop) is { } key
            ? await files.Read(key, stop) : null;
}
