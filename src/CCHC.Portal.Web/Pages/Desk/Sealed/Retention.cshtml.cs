using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Shows which sealed cases are past their time, and purges those chosen that nobody holds, with a proof.</summary>
[Needs(Deed.ReadSealed)]
public sealed class RetentionModel(SealedRetention retention, SealedAtHand hand) : PageModel
{
    [BindProperty] public List<Guid> Chosen { get; set; } = [];
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }
    public IReadOnlyList<SealedCase> Due { get; private set; } = [];
    public DateTimeOffset Before => retention.Before;
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Due = await retention.Due(hand.SiteId, hand.Reader, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Why = VietnameseText.CleanLine(Why);
        Due = await retention.Due(hand.SiteId, hand.Reader, stop);
        if (Chosen.Count == 0 || Why.Length is 0 or > 300)
        {
            Problems.Add(new Problem(Chosen.Count == 0 ? "Chosen" : "Why", Chosen.Count == 0 ? "Hãy chọn tin cần xóa." : "Hãy ghi căn cứ xóa, không quá 300 ký tự."));
            return this.Invalid();
        }
        if (!await hand.Proves(Password, Code, HttpContext, stop))
        {
            Problems.Add(new Problem("Password", "Mật khẩu hoặc mã xác thực chưa đúng. Mã vừa dùng thì không dùng lại được: hãy chờ mã mới."));
            return this.Invalid();
        }
        if (await retention.Purge(hand.SiteId, Chosen, Why, hand.Reader, stop) is not { } proof)
        {
            Problems.Add(new Problem("Chosen", "Không tin nào trong số đã chọn xóa được: chưa hết hạn hoặc đang được giữ lại."));
            return this.Invalid();
        }
        TempData["Flash"] = $"Đã xóa hẳn {proof.Count} tin. Bằng chứng nằm trong nhật ký mở kho kín.";
        return RedirectToPage("Log");
    }
}
