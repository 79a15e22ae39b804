using CCHC.Portal.Language;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Sealed;

/// <summary>Where the sender of a sealed message reads what the readers ask and answers; who they are is not asked.</summary>
[NeverCached, Takes(Limits.FeedbackForm)]
public sealed class MailboxModel(SealedMailbox mailbox, Receipts receipts, FeedbackPaces paces, LetterFiles files, Visit visit) : PageModel
{
    private const int MostCharacters = 5_000;

    public string Code { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    public IReadOnlyList<SealedLetter> Letters { get; private set; } = [];
    public bool JustSent { get; private set; }

    [BindProperty] public string? Words { get; set; }

    /// <summary>What makes this letter one letter, however often the form is sent.</summary>
    [BindProperty] public Guid Letter { get; set; } = Guid.CreateVersion7();

    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "da-gui")] string? sent, CancellationToken stop)
    {
        JustSent = sent == "1";
        return await Load(stop) is null ? RedirectToPage("/Public/Cases/Lookup") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is not { } id)
        {
            return RedirectToPage("/Public/Cases/Lookup");
        }
        ModelState.Clear();
        Words = VietnameseText.Clean(Words);
        if (Words.Length is 0 or > MostCharacters)
        {
            ModelState.AddModelError("Words", Words.Length == 0 ? "Hãy viết nội dung" : "Nội dung dài quá 5.000 ký tự");
            return this.Invalid();
        }
        if (!paces.Lookups.Allows(HttpContext))
        {
            ModelState.AddModelError("Words", "Bạn gửi hơi nhanh. Hãy chờ một phút rồi gửi lại; phần đã viết vẫn còn");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        var (papers, wrong) = files.HasRoomFor(Files, HttpContext) ? await files.Take(Files, stop) : ([], LetterFiles.NoRoom);
        if (wrong is not null)
        {
            ModelState.AddModelError("Files", wrong);
            return this.Invalid();
        }
        if (!await mailbox.Answer(visit.Site.Id, id, Words, stop, Letter == Guid.Empty ? null : Letter, papers))
        {
            ModelState.AddModelError("Words", "Hộp thư này đã đầy. Hãy gọi hoặc đến nơi tiếp công dân và đọc mã của bạn");
            return this.Invalid();
        }
        return Redirect(Url.Content("~/phan-anh/trao-doi?da-gui=1"));
    }

    private async Task<Guid?> Load(CancellationToken stop)
    {
        if (receipts.OpenedMailbox(Request) is not { } id || await mailbox.Read(visit.Site.Id, id, stop) is not { } found)
        {
            return null;
        }
        (Code, ReceivedAt, Letters) = (found.Case.ReferenceCode, found.Case.ReceivedAt, found.Letters);
        return id;
    }
}
