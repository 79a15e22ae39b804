using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>Puts other bytes under a file's name: every page that names it shows the new ones.</summary>
[Needs(Deed.ManageMedia), Takes(Limits.MediaForm), RequestFormLimits(MultipartBodyLengthLimit = Limits.MediaForm)]
public sealed class ReplaceModel(MediaAtHand hand, MediaIntake intake, Visit visit) : PageModel
{
    [BindProperty] public IFormFile? Sent { get; set; }
    [BindProperty] public int Version { get; set; }
    public MediaFile Media { get; private set; } = null!;
    public MediaTile Tile => MediaTile.Of(Media, visit.Site, hand.Today);
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];
    public string? WhyNot => hand.WhyNotChange(Uses);
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        if (WhyNot is not null)
        {
            return this.Invalid();
        }
        if (Media.Version != Version)
        {
            Problems.Add(new("Sent", "Tệp vừa được người khác sửa. Hãy xem lại rồi gửi lần nữa."));
            return this.Overtaken();
        }
        if (Sent is null)
        {
            Problems.Add(new("Sent", "Hãy chọn tệp mới."));
            return this.Invalid();
        }
        await using var content = Sent.OpenReadStream();
        if (await intake.Replace(Media, content, Sent.FileName, Sent.Length, stop) is { } words)
        {
            Problems.Add(new("Sent", words));
            return this.Invalid();
        }
        await hand.Save("media-replaced", Media, stop);
        TempData["Flash"] = "Đã thay tệp. Các trang đang dùng hiện tệp mới. Hãy xem lại mô tả cho khớp.";
        return RedirectToPage("File", new { id });
    }

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToChange(id, stop) is not { } file)
        {
            return false;
        }
        Media = file;
        Uses = await hand.UsesOf(file, stop);
        return true;
    }
}
