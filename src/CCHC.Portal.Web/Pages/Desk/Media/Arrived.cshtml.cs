using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>What became of a file that was sent piece by piece.</summary>
[Needs(Deed.ManageMedia)]
public sealed class ArrivedModel(PortalDb db, Visit visit) : PageModel
{
    public MediaUpload Upload { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.MediaUploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id && upload.PersonId == visit.Me.PersonId, stop) is not { } upload)
        {
            return NotFound();
        }
        Upload = upload;
        return upload.FileId is { } file ? RedirectToPage("File", new { id = file }) : Page();
    }
}
