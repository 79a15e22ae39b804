using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Account;

/// <summary>Takes an authenticator app into use.</summary>
[Needs(Deed.EnterDesk, BeforeDuties = true)]
public sealed class FactorModel(UserManager<Person> people, SignInManager<Person> signIn, SecondFactor factor, Visit visit, PortalDb db, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Typed { get; set; }
    public bool HasFactor { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>What the QR code says to the app.</summary>
    public string Address { get; private set; } = "";
    public IReadOnlyList<string>? Codes { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync() => await Show((await people.GetUserAsync(User))!);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var person = (await people.GetUserAsync(User))!;
        if (!person.TwoFactorEnabled)
        {
            Codes = await factor.Confirm(person, Typed ?? "");
            if (Codes is not null)
            {
                db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = person.Id, What = "second-factor-set", Subject = person.Id.ToString("n") });
                await db.SaveChangesAsync(stop);
                await signIn.RefreshSignInAsync(person);
                return Page();
            }
            Problems.Add(new("Typed", "Mã chưa đúng. Hãy nhập mã ứng dụng đang hiện; nếu vẫn sai, kiểm tra giờ của điện thoại."));
        }
        await Show(person);
        return Problems.Count > 0 ? this.Invalid() : Page();
    }

    private async Task Show(Person person)
    {
        HasFactor = person.TwoFactorEnabled;
        if (!HasFactor)
        {
            var key = await factor.KeyToConfirm(person);
            Key = Totp.Typed(key);
            Address = Totp.Address(key, visit.Site.Profile.Name, person.UserName ?? "");
        }
    }
}
