using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Hands out a new password that lasts until its owner sets one; never one's own.</summary>
[Needs(Deed.ManagePeople)]
public sealed class ResetPasswordModel(PersonAtHand hand, OwnPassword own) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public Person Who { get; private set; } = null!;
    public string? OneTime { get; private set; }
    public List<Problem> Problems { get; } = [];
    public PersonVerb Verb => new(Who, "Mật khẩu cũ mất tác dụng và mọi máy bị đăng xuất. Xác thực hai lớp giữ nguyên.", "Cấp mật khẩu mới", Problems);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await Open(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is not { } person)
        {
            return NotFound();
        }
        if (!await hand.IsStillMe(Password, HttpContext, stop))
        {
            Problems.Add(new("Password", "Mật khẩu của bạn chưa đúng."));
            return this.Invalid();
        }
        OneTime = OwnPassword.New();
        hand.Record("password-reset", person);
        await own.Change(person, OneTime);
        await own.MustChange(person);
        return Page();
    }

    // One's own account is another administrator's business.
    private async Task<Person?> Open(Guid id, CancellationToken stop)
    {
        if (id == hand.Me || await hand.Find(id, stop) is not { } person)
        {
            return null;
        }
        return Who = person;
    }
}
