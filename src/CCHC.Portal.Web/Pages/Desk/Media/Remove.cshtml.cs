using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>Takes a file away from readers, or puts it into the bin. While readers' pages use it only an urgent withdrawal is open, to those who answer for the whole library.</summary>
[Needs(Deed.ManageMedia)]
public sealed class RemoveModel(MediaAtHand hand, Visit visit) : PageModel
{
    private const int LongestReason = 300;

    [BindProperty] public string? Way { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public bool Anyway { get; set; }
    [BindProperty] public int Version { get; set; }
    public MediaFile Media { get; private set; } = null!;
    public MediaTile Tile => MediaTile.Of(Media, visit.Site, hand.Today);
    public IReadOnlyList<MediaUse> ForReaders { get; private set; } = [];
    public int BeingWritten { get; private set; }
    public List<Problem> Problems { get; } = [];
    public bool MayWithdrawAnyway => hand.AnswersForAll;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) is { } answer ? answer : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is { } answer)
        {
            return answer;
        }
        var reason = VietnameseText.CleanLine(Reason);
        Problems.AddRange(Check(reason));
        if (Media.Version != Version)
        {
            Problems.Add(new("Way", "Tệp vừa được người khác sửa. Hãy xem lại rồi làm lần nữa."));
            return this.Overtaken();
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        if (Way == "bo")
        {
            Media.Trash(hand.Now);
        }
        else
        {
            Media.Withdraw(hand.Now);
        }
        await hand.Save(Way == "bo" ? "media-trashed" : ForReaders.Count > 0 ? "media-withdrawn-in-use" : "media-withdrawn", Media, stop, reason);
        TempData["Flash"] = Way == "bo" ? "Đã bỏ vào thùng rác. Sau 30 ngày tệp bị xóa hẳn." : "Đã gỡ. Tệp thôi hiện ở mọi địa chỉ.";
        return RedirectToPage("File", new { id });
    }

    private IEnumerable<Problem> Check(string reason)
    {
        if (Way is not ("go" or "bo"))
        {
            yield return new("Way", "Hãy chọn gỡ hay bỏ vào thùng rác.");
        }
        if (ForReaders.Count > 0 && !(Way == "go" && Anyway && MayWithdrawAnyway))
        {
            yield return new("Way", $"{ForReaders.Count} trang người đọc đang xem dùng tệp này. Hãy thay tệp khác hoặc sửa các trang đó trước.");
        }
        if (ForReaders.Count > 0 && reason == "")
        {
            yield return new("Reason", "Hãy viết lý do gỡ khẩn.");
        }
        if (reason.Length > LongestReason)
        {
            yield return new("Reason", $"Lý do dài quá {LongestReason} ký tự.");
        }
    }

    // The answer when there is nothing to do here; else null.
    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToChange(id, stop) is not { } file)
        {
            return NotFound();
        }
        Media = file;
        var uses = await hand.UsesOf(file, stop);
        ForReaders = [.. uses.Where(use => use.IsForReaders)];
        BeingWritten = uses.Count - ForReaders.Count;
        return file.State == MediaState.Trashed ? RedirectToPage("File", new { id }) : null;
    }
}
