using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>Puts a withdrawn or binned file back before readers.</summary>
[Needs(Deed.ManageMedia)]
public sealed class RestoreModel(MediaAtHand hand, Visit visit) : PageModel
{
    public MediaFile Media { get; private set; } = null!;
    public MediaTile Tile => MediaTile.Of(Media, visit.Site, hand.Today);
    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) is { } answer ? answer : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is { } answer)
        {
            return answer;
        }
        if (WhyNot is not null)
        {
            return this.Invalid();
        }
        Media.Restore(hand.Now);
        await hand.Save("media-restored", Media, stop);
        TempData["Flash"] = "Đã khôi phục. Tệp lại hiện ở các trang dùng nó.";
        return RedirectToPage("File", new { id });
    }

    // The answer when there is nothing to do here; else null.
    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToChange(id, stop) is not { } file)
        {
            return NotFound();
        }
        Media = file;
        WhyNot = hand.WhyNotRestore(file, await hand.UsesOf(file, stop));
        return file.State == MediaState.Active ? RedirectToPage("File", new { id }) : null;
    }
}
