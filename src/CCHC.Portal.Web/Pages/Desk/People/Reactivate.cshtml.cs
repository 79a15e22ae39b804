using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Switches an account on again.</summary>
[Needs(Deed.ManagePeople)]
public sealed class ReactivateModel(PersonAtHand hand, UserManager<Person> people) : AccountVerb(hand)
{
    protected override string Warning => "Người này lại đăng nhập được bằng mật khẩu cũ.";
    protected override string Button => "Mở lại tài khoản";

    protected override async Task<IActionResult> Act()
    {
        Who.IsActive = true;
        Hand.Record("person-reactivated", Who);
        await people.UpdateSecurityStampAsync(Who);
        return Back("Đã mở lại tài khoản.");
    }
}
