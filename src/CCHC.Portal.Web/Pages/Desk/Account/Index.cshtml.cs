using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Account;

/// <summary>The signed-in person's own account.</summary>
[Needs(Deed.EnterDesk)]
public sealed class IndexModel(UserManager<Person> people) : PageModel
{
    public string UserName { get; private set; } = "";
    public bool HasFactor { get; private set; }

    public async Task OnGetAsync()
    {
        var person = (await people.GetUserAsync(User))!;
        (UserName, HasFactor) = (person.UserName ?? "", person.TwoFactorEnabled);
    }
}
