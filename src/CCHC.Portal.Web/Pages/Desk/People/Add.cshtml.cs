using System.Text.RegularExpressions;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Makes an account with one role and a password that lasts until its owner sets one.</summary>
[Needs(Deed.ManagePeople)]
public sealed partial class AddModel(PersonAtHand hand, UserManager<Person> people, OwnPassword own, Visit visit) : PageModel
{
    [BindProperty] public string? FullName { get; set; }
    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public Role? Role { get; set; }
    [BindProperty] public string? Password { get; set; }
    public string? OneTime { get; private set; }
    public List<Problem> Problems { get; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (FullName, UserName) = (VietnameseText.CleanLine(FullName), VietnameseText.CleanLine(UserName));
        var unit = visit.Site.UnitByCode(UnitCode) is { Kind: UnitKind.Internal or UnitKind.Peer } known ? known : null;
        await Check(unit);
        if (Problems.Count == 0 && !await hand.IsStillMe(Password, HttpContext, stop))
        {
            Problems.Add(new("Password", "Mật khẩu của bạn chưa đúng."));
        }
        if (Problems.Count > 0 || unit is null || Role is not { } role)
        {
            return this.Invalid();
        }
        var person = new Person { UserName = UserName, FullName = FullName, LockoutEnabled = true };
        person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = unit.Id, Role = role });
        var password = OwnPassword.New();
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        hand.Record("person-added", person, $"{role} {unit.Code}");
        await people.CreateAsync(person);
        await own.MustChange(person);
        OneTime = password;
        return Page();
    }

    private async Task Check(Unit? unit)
    {
        if (FullName is not { Length: > 0 and <= 100 })
        {
            Problems.Add(new("FullName", "Hãy nhập họ và tên, không quá 100 ký tự."));
        }
        if (UserName is null || !NameLetters().IsMatch(UserName))
        {
            Problems.Add(new("UserName", "Tên đăng nhập từ 3 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm hoặc gạch."));
        }
        else if (await people.FindByNameAsync(UserName) is not null)
        {
            Problems.Add(new("UserName", "Tên đăng nhập này đã có người dùng."));
        }
        if (unit is null)
        {
            Problems.Add(new("UnitCode", "Hãy chọn đơn vị."));
        }
        if (Role is null)
        {
            Problems.Add(new("Role", "Hãy chọn vai trò."));
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameLetters();
}
