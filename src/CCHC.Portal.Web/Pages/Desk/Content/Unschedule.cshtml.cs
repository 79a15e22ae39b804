using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Takes an appointment back: to publish (the approval stands) or to withdraw.</summary>
[Needs(Deed.PublishContent)]
public sealed class UnscheduleModel(EditionAtHand hand) : EditionVerb(hand)
{
    public bool IsToAppear => Edition.State == EditionState.Scheduled;

    protected override bool Fits(Edition edition) => edition is { State: EditionState.Scheduled } or { State: EditionState.Published, WithdrawAt: not null };

    protected override Task<string?> Why(CancellationToken stop) => Task.FromResult(Hand.WhyNotIn(Edition));

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        if (IsToAppear)
        {
            Edition.Unschedule(Hand.Now);
        }
        else
        {
            Edition.CancelWithdrawal(Hand.Now);
        }
        await Hand.SaveVerb("content-unscheduled", Edition, stop);
        return Back("Đã hủy hẹn giờ.");
    }
}
