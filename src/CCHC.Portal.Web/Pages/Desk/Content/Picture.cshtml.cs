using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The way from a picture's name, which texts know, to where it lies now; the editor shows pictures by it.</summary>
[Needs(Deed.WriteContent)]
public sealed class PictureModel(MediaShelf shelf, Visit visit) : PageModel
{
    private const int Shown = 480;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken stop)
    {
        if (!(await shelf.Of(visit.Site.Id, stop)).TryGetValue(name, out var file))
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, max-age=60";
        return LocalRedirect(file.Address(Shown));
    }
}
