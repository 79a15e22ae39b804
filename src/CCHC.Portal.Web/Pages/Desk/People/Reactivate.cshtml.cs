using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Switches an account on again.</summary>
[Needs(Deed.ManagePeople)]
public sealed class ReactivateModel(PersonAtHand hand, UserManager<Person> people) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public Person Who { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public PersonVerb Verb => new(Who, "Người này lại đăng nhập được bằng mật khẩu cũ.", "Mở lại tài khoản", Problems);

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
        person.IsActive = true;
        hand.Record("person-reactivated", person);
        await people.UpdateSecurityStampAsync(person);
        TempData["Flash"] = "Đã mở lại tài khoản.";
        return RedirectToPage("Person", new { id });
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
