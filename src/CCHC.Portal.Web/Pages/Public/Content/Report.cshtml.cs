using CCHC.Portal.Cases;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Takes what a reader found wrong on a page to its editors. What belongs to the feedback door or under seal is led there and not kept here.</summary>
[NeverCached, IgnoreAntiforgeryToken]
public sealed class ReportModel(PageBeingRead pages, ReaderDevice device, ReaderPaces paces, PortalDb db, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "trang", SupportsGet = true)] public string? Key { get; set; }
    [BindProperty(Name = "ban", SupportsGet = true)] public int Number { get; set; }
    [BindProperty(Name = "tieng", SupportsGet = true)] public string? Culture { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Text { get; set; }

    /// <summary>The writer was shown the other door and means the page all the same.</summary>
    [BindProperty] public bool Sure { get; set; }

    /// <summary>The honeypot: people do not see it.</summary>
    [BindProperty] public string? Website { get; set; }

    public ReadPage Read { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Address { get; private set; } = "";
    public ReportDoor Door { get; private set; }
    public MistakeKind? KindValue => Enum.TryParse<MistakeKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        Key is null ? LocalRedirect(Url.Content("~/")) : await Open(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ReaderDevice.CameFromOurPage(Request))
        {
            return BadRequest();
        }
        if (!await Open(stop))
        {
            return NotFound();
        }
        Text = VietnameseText.Clean(Text);
        Check();
        if (!ModelState.IsValid || Door != ReportDoor.Editors)
        {
            return this.Invalid();
        }
        if (!paces.Reports.Allows(HttpContext))
        {
            ModelState.AddModelError("", "Mạng của bạn vừa gửi nhiều báo sai sót. Hãy chờ mười phút rồi gửi lại; phần đã viết vẫn còn");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        await db.Keep(new MistakeReport { Page = Read, Kind = KindValue!.Value, Text = Text, Device = device.MarkFor(HttpContext, Read, Kind!), At = clock.GetUtcNow() }, stop);
        return LocalRedirect(Url.Content("~" + Address) + "#da-bao");
    }

    private async Task<bool> Open(CancellationToken stop)
    {
        ModelState.Clear();   // rules are ours, in our words; binding only filled the fields
        if (await pages.Find(Key, Number, Culture, stop) is not var (page, title, address))
        {
            return false;
        }
        (Read, Title, Address) = (page, title, address);
        return true;
    }

    private void Check()
    {
        if (KindValue is not { } kind)
        {
            ModelState.AddModelError("Kind", "Chọn điều chưa đúng");
        }
        else if (Text == "" && kind is not (MistakeKind.NumberDead or MistakeKind.LinkBroken))
        {
            ModelState.AddModelError("Text", "Hãy viết chỗ nào chưa đúng");
        }
        if (Text!.Length > MistakeReport.MostCharacters)
        {
            ModelState.AddModelError("Text", "Phần viết dài quá 1.000 ký tự. Hãy rút ngắn");
        }
        if (!string.IsNullOrEmpty(Website))
        {
            ModelState.AddModelError("", "Trình duyệt đã tự điền một ô ẩn. Hãy bấm gửi một lần nữa");
            Website = "";
        }
        Door = SuspectedDenunciation.Because(Text).Count > 0 ? ReportDoor.Sealed : !Sure && OtherDoor.Fits(Text) ? ReportDoor.Feedback : ReportDoor.Editors;
    }
}

public enum ReportDoor { Editors, Feedback, Sealed }
