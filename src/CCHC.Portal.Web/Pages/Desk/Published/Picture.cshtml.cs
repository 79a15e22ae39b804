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
public sealed class PictureModel(PortalDb db, Visit visit, DraftFiles files, Quarantine quarantine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid picture, CancellationToken stop)
    {
        if (!await db.PublicAnswers.DecidableBy(visit.Me, db).AnyAsync(answer => answer.Id == id, stop) || await Find(id, picture, db, stop) is not { } file || await files.Read(file.StoreKey, stop) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        return quarantine.Answer(file.Scan) ?? File(content, file.ContentType);
    }

    /// <summary>The picture's file, as it is covered now; null when it is none of this answer's.</summary>
    public static Task<Attachment?> Find(Guid answer, Guid picture, PortalDb db, CancellationToken stop) =>
        db.PublicPictures.Where(one => one.Id == picture && one.AnswerId == answer).Join(db.Attachments.AsNoTracking(), one => one.AttachmentId, file => file.Id, (one, file) => file).SingleOrDefaultAsync(stop);
}
