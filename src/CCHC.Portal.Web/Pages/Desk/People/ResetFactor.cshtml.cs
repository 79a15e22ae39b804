using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Takes a lost authenticator off an account; never off one's own.</summary>
[Needs(Deed.ManagePeople)]
public sealed class ResetFactorModel(PersonAtHand hand, SecondFactor factor) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public Person Who { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public PersonVerb Verb => new(Who, "Chỉ làm khi bạn đã gặp hoặc gọi đúng người này. Ứng dụng và mã dự phòng cũ mất tác dụng; lần đăng nhập sau phải bật lại.", "Đặt lại", Problems);

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
        hand.Record("second-factor-reset", person);
        await factor.Remove(person);
        TempData["Flash"] = "Đã đặt lại xác thực hai lớp.";
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
