using System.Security.Claims;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.SignIn;

/// <summary>A member of staff says who they are.</summary>
[NeverCached]
public sealed class SignInModel(Credentials credentials, SignedIn signedIn, WebSettings settings, IHostEnvironment environment) : PageModel
{
    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty(SupportsGet = true)] public string? Ve { get; set; }
    public bool Refused { get; private set; }
    public bool ShowsDemo => settings.DemoAccounts && environment.IsDevelopment();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await credentials.Check(UserName, Password, HttpContext, stop) is not { } person)
        {
            Refused = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (person.TwoFactorEnabled)
        {
            await HttpContext.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, HalfWay(person));
            return RedirectToPage("Code", new { ve = Ve });
        }
        await signedIn.Welcome(person, HttpContext, stop);
        return LocalRedirect(SignedIn.AddressAfter(Url, Ve));
    }

    // Known by password only: this opens the next step and nothing else.
    private static ClaimsPrincipal HalfWay(Person person) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, person.Id.ToString()), new Claim("stamp", person.SecurityStamp ?? "")], IdentityConstants.TwoFactorUserIdScheme));
}
