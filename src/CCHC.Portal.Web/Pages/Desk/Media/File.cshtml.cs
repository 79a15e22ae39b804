using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>One file of the library: how it looks, who uses it, what is said of it and of its rights.</summary>
[Needs(Deed.ManageMedia)]
public sealed class FileModel(PortalDb db, MediaAtHand hand, Visit visit, Ffmpeg ffmpeg) : PageModel
{
    [BindProperty] public MediaForm Form { get; set; } = new();
    public MediaFile Media { get; private set; } = null!;
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];
    public Chore? Work { get; private set; }

    /// <summary>What was read in a paper.</summary>
    public PaperText? Paper { get; private set; }
    public List<Problem> Problems { get; } = [];
    public bool Overtaken { get; private set; }
    public string? Uploader { get; private set; }

    /// <summary>Whether it is this person's to look after; readers' pages may still forbid to change it.</summary>
    public bool IsMine => visit.Me.MayChange(Media);

    public string? WhyNotChange => IsMine ? hand.WhyNotChange(Uses) : null;
    public string? WhyNotRestore => Media.State == MediaState.Active ? null : hand.WhyNotRestore(Media, Uses);
    public bool MayChange => IsMine && WhyNotChange is null;
    public bool IsPlayed => Media.Kind is MediaKind.Video or MediaKind.Audio && Media.IsShownOn(Today);
    public DateOnly Today => hand.Today;
    public IReadOnlyList<string> Folders => visit.Me.MediaFolders(visit.Site);

    /// <summary>Kept as it came because this machine cannot prepare it.</summary>
    public bool IsUnprepared => Media is { Kind: MediaKind.Video or MediaKind.Audio, ServesMaster: true, Made: "" } && !ffmpeg.IsThere;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await hand.ToSee(id, stop) is not { } file)
        {
            return NotFound();
        }
        Form = MediaForm.Of(file);
        await Show(file, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await hand.ToChange(id, stop) is not { } file)
        {
            return NotFound();
        }
        await Show(file, stop);
        if (WhyNotChange is not null)
        {
            return this.Invalid();
        }
        if (file.Version != Form.Version)
        {
            Overtaken = true;
            Form.Version = file.Version;
            ModelState.Clear();
            return this.Overtaken();
        }
        Problems.AddRange(Form.Check(file, Folders));
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        Form.Write(file);
        await hand.Save("media-described", file, stop);
        TempData["Flash"] = "Đã lưu.";
        return RedirectToPage("File", new { id });
    }

    private async Task Show(MediaFile file, CancellationToken stop)
    {
        Media = file;
        Uses = await hand.UsesOf(file, stop);
        Paper = file.Kind == MediaKind.Document ? await db.PaperTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Sha256 == file.Sha256, stop) : null;
        Work = await hand.ChoreOf(file, stop);
        Uploader = file.UploaderId is { } person ? (await db.NamesOf([person], stop)).GetValueOrDefault(person, "Người đã rời") : "Dữ liệu ban đầu";
    }
}
