using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Asks the head of the unit for more time, with the reason the citizen will read.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class AskExtensionModel(CaseAtHand hand, PortalDb db, CasesSettings settings) : CaseVerb(hand)
{
    [BindProperty] public int? Days { get; set; }
    [BindProperty] public ExtensionGround Ground { get; set; }

    /// <summary>Why nothing can be asked; null when it can.</summary>
    public string? Barred { get; private set; }

    public override string Title => "Xin gia hạn trả lời";
    public override bool Fits => true;

    public IEnumerable<(int Days, DateOnly Date)> Choices =>
        Enumerable.Range(1, settings.ExtendAtMost).Select(days => (days, Hand.Site.Calendar.After(Case.DueAt!.Value, days)));

    protected override async Task Look(CancellationToken stop)
    {
        var earlier = await db.Extensions.AsNoTracking().Where(extension => extension.FeedbackId == Case.Id).ToListAsync(stop);
        Barred = Case switch
        {
            { IsOpen: false } => "Vụ việc đã khép lại.",
            { UnitId: null } => "Vụ việc chưa có đơn vị xử lý.",
            { DueAt: null } => "Vụ việc này không hẹn ngày trả lời.",
            _ when Case.IsMissed(Hand.Now) => $"Hạn trả lời ngày {VietnamTime.ShortDate(Case.DueAt!.Value)} đã qua: không gia hạn được nữa. Hãy trả lời sớm và nói rõ vì sao chậm.",
            _ when earlier.Exists(extension => extension.State == ExtensionState.Asked) => "Đã có một lần xin gia hạn đang chờ thủ trưởng quyết.",
            _ when earlier.Count(extension => extension.State == ExtensionState.Granted) >= settings.MostExtensions => $"Mỗi vụ việc chỉ được gia hạn {settings.MostExtensions} lần.",
            _ => null,
        };
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        if (Barred is not null)
        {
            return this.Overtaken();
        }
        if (Days is not { } days || days < 1 || days > settings.ExtendAtMost)
        {
            Problems.Add(new Problem("Days", "Hãy chọn hạn mới."));
        }
        var text = Words("Hãy viết lý do xin gia hạn.");
        if (Problems.Count > 0)
        {
            return null;
        }
        db.Extensions.Add(Extension.Ask(Case, Days!.Value, text, Hand.Me, Hand.Now, Enum.IsDefined(Ground) ? Ground : ExtensionGround.Other));
        return await Done("extension-asked", "Đã gửi thủ trưởng đơn vị. Hạn chưa đổi cho đến khi được chấp thuận.", stop);
    }
}
