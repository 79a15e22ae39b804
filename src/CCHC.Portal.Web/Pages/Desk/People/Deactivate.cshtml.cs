using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Switches an account off; every session of it ends.</summary>
[Needs(Deed.ManagePeople)]
public sealed class DeactivateModel(PersonAtHand hand, UserManager<Person> people) : AccountVerb(hand)
{
    protected override string Warning => "Người này bị đăng xuất ngay và không đăng nhập được cho đến khi được mở lại. Việc đã làm vẫn giữ nguyên tên.";
    protected override string Button => "Khóa tài khoản";

    protected override async Task<IActionResult> Act()
    {
        Who.IsActive = false;
        Hand.Record("person-deactivated", Who);
        await people.UpdateSecurityStampAsync(Who);
        return Back("Đã khóa tài khoản.");
    }
}
