using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Account;

/// <summary>Sets a new password; every other session of this person ends.</summary>
[Needs(Deed.EnterDesk, BeforeDuties = true)]
public sealed class ChangePasswordModel(UserManager<Person> people, SignInManager<Person> signIn, OwnPassword own, Credentials credentials, PortalDb db, TimeProvider clock) : PageModel
{
    [BindProperty] public string? PresentPassword { get; set; }
    [BindProperty] public string? NewPassword { get; set; }
    [BindProperty] public string? AgainPassword { get; set; }
    public List<Problem> Problems { get; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var person = (await people.GetUserAsync(User))!;
        if (OwnPassword.Problem(NewPassword, person.UserName ?? "") is { } weak)
        {
            Problems.Add(new("NewPassword", weak));
        }
        else if (NewPassword != AgainPassword)
        {
            Problems.Add(new("AgainPassword", "Hai lần nhập mật khẩu mới chưa giống nhau."));
        }
        else if (NewPassword == PresentPassword)
        {
            Problems.Add(new("NewPassword", "Mật khẩu mới phải khác mật khẩu hiện nay."));
        }
        else if (await credentials.Check(person.UserName, PresentPassword, HttpContext, stop) is null)
        {
            Problems.Add(new("PresentPassword", "Mật khẩu hiện nay chưa đúng."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = person.Id, What = "password-changed", Subject = person.Id.ToString("n") });
        await own.Change(person, NewPassword!);
        await signIn.RefreshSignInAsync(person);
        TempData["Flash"] = "Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.";
        return RedirectToPage("Index");
    }
}
