using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>Brings files into the library, several at once; each is judged by itself, and one that is refused does not keep the others out.</summary>
[Needs(Deed.ManageMedia), Takes(Limits.MediaForm), RequestFormLimits(MultipartBodyLengthLimit = Limits.MediaForm)]
public sealed class UploadModel(PortalDb db, Visit visit, MediaIntake intake, MediaSettings settings, Ffmpeg ffmpeg, TimeProvider clock) : PageModel
{
    private const int MostAtOnce = 30, LongestAlt = 300;

    [BindProperty] public string? Folder { get; set; }
    [BindProperty] public string? Alt { get; set; }
    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    public List<Problem> Problems { get; } = [];
    public List<MediaFile> Taken { get; } = [];
    public IReadOnlyList<string> Folders => visit.Me.MediaFolders(visit.Site);
    public MediaSettings Settings => settings;
    public bool MakesClips => ffmpeg.IsThere;
    public const long MostPlain = Limits.MediaForm / 1024 / 1024;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Check();
        if (Problems.Count == 0)
        {
            await TakeAll(stop);
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        TempData["Flash"] = Taken.Count == 1 ? "Đã nhận tệp. Hãy điền nốt các ô dưới đây." : $"Đã nhận {Taken.Count} tệp.";
        return Taken.Count == 1 ? RedirectToPage("File", new { id = Taken[0].Id })
            : Taken.Exists(file => file.Problems(default).Contains(MediaProblem.NoAlt)) ? Redirect(Url.Content("~/quan-tri/thu-vien?van-de=thieu-mo-ta"))
            : RedirectToPage("Index");
    }

    private void Check()
    {
        if (Folder is null || !Folders.Contains(Folder))
        {
            Problems.Add(new("Folder", "Hãy chọn một thư mục trong danh sách."));
        }
        if (Files.Count == 0)
        {
            Problems.Add(new("Files", "Hãy chọn ít nhất một tệp."));
        }
        if (Files.Count > MostAtOnce)
        {
            Problems.Add(new("Files", $"Mỗi lần tải lên nhiều nhất {MostAtOnce} tệp."));
        }
        if (Alt?.Length > LongestAlt)
        {
            Problems.Add(new("Alt", $"Mô tả dài quá {LongestAlt} ký tự."));
        }
    }

    private async Task TakeAll(CancellationToken stop)
    {
        foreach (var sent in Files)
        {
            await using var content = sent.OpenReadStream();
            var arrival = await intake.Take(content, sent.FileName, sent.Length, Folder!, visit.Me.PersonId, stop);
            if (arrival.Problem is { } words)
            {
                Problems.Add(new("Files", words));
                continue;
            }
            var file = arrival.File!;
            if (!arrival.IsKnown && Files.Count == 1 && file.Kind == MediaKind.Image)
            {
                file.Alt = Language.VietnameseText.CleanLine(Alt);
            }
            db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = arrival.IsKnown ? "media-known" : "media-uploaded", Subject = file.Name });
            await db.SaveChangesAsync(stop);   // a transaction for each: the next one may be refused
            Taken.Add(file);
        }
        intake.Tell();
    }
}
