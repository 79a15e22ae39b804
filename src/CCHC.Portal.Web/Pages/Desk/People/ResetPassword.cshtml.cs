using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Hands out a new password that lasts until its owner sets one; never one's own.</summary>
[Needs(Deed.ManagePeople)]
public sealed class ResetPasswordModel(PersonAtHand hand, OwnPassword own) : AccountVerb(hand)
{
    public string? OneTime { get; private set; }
    protected override string Warning => "Mật khẩu cũ mất tác dụng và mọi máy bị đăng xuất. Xác thực hai lớp giữ nguyên.";
    protected override string Button => "Cấp mật khẩu mới";

    protected override async Task<IActionResult> Act()
    {
        OneTime = OwnPassword.New();
        Hand.Record("password-reset", Who);
        await own.Change(Who, OneTime);
        await own.MustChange(Who);
        return Page();
    }
}
