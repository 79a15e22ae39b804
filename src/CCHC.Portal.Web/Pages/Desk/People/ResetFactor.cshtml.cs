using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Takes a lost authenticator off an account; never off one's own.</summary>
[Needs(Deed.ManagePeople)]
public sealed class ResetFactorModel(PersonAtHand hand, SecondFactor factor) : AccountVerb(hand)
{
    protected override string Warning => "Chỉ làm khi bạn đã gặp hoặc gọi đúng người này. Ứng dụng và mã dự phòng cũ mất tác dụng; lần đăng nhập sau phải bật lại.";
    protected override string Button => "Đặt lại";

    protected override async Task<IActionResult> Act()
    {
        Hand.Record("second-factor-reset", Who);
        await factor.Remove(Who);
        return Back("Đã đặt lại xác thực hai lớp.");
    }
}
