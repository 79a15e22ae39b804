using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>A small picture of a file readers must not see, for staff who look after it.</summary>
[Needs(Deed.ManageMedia)]
public sealed class Peek(MediaAtHand hand, FileStore files, Quarantine quarantine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await hand.ToSee(id, stop) is not { } file)
        {
            return NotFound();
        }
        if (quarantine.Answer(file.Scan) is { } kept)
        {
            return kept;
        }
        var copy = new[] { "480.webp", "poster.webp" }.FirstOrDefault(file.HasCopy);
        var content = copy is not null ? files.Open(file.StoreKey(copy)) : file.Kind == MediaKind.Image ? files.Open(file.StoreKey()) : null;
        Response.Headers.CacheControl = "private, no-store";
        return content is null ? NotFound() : File(content, copy is null ? file.ContentType : MediaShelf.TypeOf(copy));
    }
}
