using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Shows which sealed cases are past their time; one reader proposes what goes, another confirms it, and a proof stays.</summary>
[Needs(Deed.ReadSealed)]
public sealed class RetentionModel(SealedRetention retention, SealedAtHand hand, PortalDb db) : PageModel
{
    [BindProperty] public List<Guid> Chosen { get; set; } = [];
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public Guid Proposal { get; set; }
    [BindProperty] public string? Do { get; set; }
    public IReadOnlyList<SealedCase> Due { get; private set; } = [];

    /// <summary>What was proposed, by whom, with the codes of the cases this reader knows of.</summary>
    public IReadOnlyList<(SealedPurgeProposal Proposal, string Who, IReadOnlyList<string> Codes)> Proposals { get; private set; } = [];

    public Guid Me => hand.Reader.PersonId;
    public DateTimeOffset Before => retention.Before;
    public List<Problem> Problems { get; } = [];

    public Task OnGetAsync(CancellationToken stop) => Look(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Why = VietnameseText.CleanLine(Why);
        await Look(stop);
        if (Do == "drop")
        {
            await retention.Drop(hand.SiteId, Proposal, hand.Reader, stop);
            TempData["Flash"] = "Đã bỏ đề nghị. Không tin nào bị xóa.";
            return RedirectToPage();
        }
        if (Do != "confirm" && (Chosen.Count == 0 || Why.Length is 0 or > 300))
        {
            Problems.Add(new Problem(Chosen.Count == 0 ? "Chosen" : "Why", Chosen.Count == 0 ? "Hãy chọn tin cần xóa." : "Hãy ghi căn cứ xóa, không quá 300 ký tự."));
            return this.Invalid();
        }
        if (!await hand.Proves(Password, Code, HttpContext, stop))
        {
            Problems.Add(new Problem("Password", "Mật khẩu hoặc mã xác thực chưa đúng. Mã vừa dùng thì không dùng lại được: hãy chờ mã mới."));
            return this.Invalid();
        }
        return Do == "confirm" ? await Confirm(stop) : await Propose(stop);
    }

    private async Task<IActionResult> Propose(CancellationToken stop)
    {
        if (await retention.Propose(hand.SiteId, Chosen, Why!, hand.Reader, stop) is null)
        {
            Problems.Add(new Problem("Chosen", "Không tin nào trong số đã chọn xóa được: chưa hết hạn hoặc đang được giữ lại."));
            return this.Invalid();
        }
        TempData["Flash"] = "Đã ghi đề nghị. Người đọc kho kín thứ hai xác nhận thì tin mới bị xóa.";
        return RedirectToPage();
    }

    private async Task<IActionResult> Confirm(CancellationToken stop)
    {
        if (await retention.Confirm(hand.SiteId, Proposal, hand.Reader, stop) is not { } proof)
        {
            Problems.Add(new Problem("Proposal", "Không xác nhận được: đề nghị là của chính bạn, đã hết hiệu lực, hoặc tin đang được giữ lại."));
            return this.Invalid();
        }
        TempData["Flash"] = $"Đã xóa hẳn {proof.Count} tin. Bằng chứng nằm trong nhật ký mở kho kín.";
        return RedirectToPage("Log");
    }

    private async Task Look(CancellationToken stop)
    {
        Due = await retention.Due(hand.SiteId, hand.Reader, stop);
        var proposals = await retention.Proposals(hand.SiteId, hand.Reader, stop);
        var names = await db.NamesOf(proposals.Select(proposal => (Guid?)proposal.PersonId), stop);
        Proposals = [.. proposals.Select(proposal => (proposal, names.GetValueOrDefault(proposal.PersonId, "Người đã rời"), (IReadOnlyList<string>)[.. Due.Where(kept => proposal.Chosen.Contains(kept.Id)).Select(kept => kept.ReferenceCode)]))];
    }
}
