using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Asks the head of the unit for more time, with the reason the citizen will read.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class AskExtensionModel(CaseAtHand hand, PortalDb db, CasesSettings settings) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int? Days { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;

    /// <summary>Why nothing can be asked; null when it can.</summary>
    public string? Barred { get; private set; }

    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Xin gia hạn trả lời", Case, Problems, Version, hand);

    public IEnumerable<(int Days, DateOnly Date)> Choices =>
        Enumerable.Range(1, settings.ExtendAtMost).Select(days => (days, hand.Site.Calendar.After(Case.DueAt!.Value, days)));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop))
        {
            return NotFound();
        }
        Version = Case.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop))
        {
            return NotFound();
        }
        if (Case.Version != Version || Barred is not null)
        {
            return this.Overtaken();
        }
        if (Days is not { } days || days < 1 || days > settings.ExtendAtMost)
        {
            Problems.Add(new Problem("Days", "Hãy chọn hạn mới."));
        }
        var text = CaseAtHand.Read(Text, "Hãy viết lý do xin gia hạn.", Problems);
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        db.Extensions.Add(Extension.Ask(Case, Days!.Value, text, hand.Me, hand.Now));
        hand.Record("extension-asked", Case);
        await hand.Save(stop);
        TempData["Flash"] = "Đã gửi thủ trưởng đơn vị. Hạn chưa đổi cho đến khi được chấp thuận.";
        return RedirectToPage("Case", new { code });
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return false;
        }
        Case = feedback;
        var earlier = await db.Extensions.AsNoTracking().Where(extension => extension.FeedbackId == feedback.Id).ToListAsync(stop);
        Barred = feedback switch
        {
            { IsOpen: false } => "Vụ việc đã khép lại.",
            { UnitId: null } => "Vụ việc chưa có đơn vị xử lý.",
            { DueAt: null } => "Vụ việc này không hẹn ngày trả lời.",
            _ when earlier.Exists(extension => extension.State == ExtensionState.Asked) => "Đã có một lần xin gia hạn đang chờ thủ trưởng quyết.",
            _ when earlier.Count(extension => extension.State == ExtensionState.Granted) >= settings.MostExtensions => $"Mỗi vụ việc chỉ được gia hạn {settings.MostExtensions} lần.",
            _ => null,
        };
        return true;
    }
}
