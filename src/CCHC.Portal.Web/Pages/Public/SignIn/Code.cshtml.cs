using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.SignIn;

/// <summary>The second step: the authenticator app's code, or a recovery code.</summary>
[NeverCached]
public sealed class CodeModel(SignedIn signedIn, SecondFactor factor, Credentials credentials) : PageModel
{
    [BindProperty] public string? Typed { get; set; }
    [BindProperty(SupportsGet = true)] public string? Ve { get; set; }
    public bool Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signedIn.HalfWay(HttpContext) is null ? RedirectToPage("SignIn", new { ve = Ve }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await signedIn.HalfWay(HttpContext) is not { } person)
        {
            return RedirectToPage("SignIn", new { ve = Ve });
        }
        string[] keys = ["code:" + person.Id];
        await credentials.Wait(keys, stop);
        var typed = Typed ?? "";
        if (typed.Length > 20 || !(await factor.Accepts(person, typed) || await factor.Redeems(person, typed)))
        {
            Refused = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        credentials.Succeeded(keys);
        await signedIn.Welcome(person, HttpContext, stop);
        return LocalRedirect(SignedIn.AddressAfter(Url, Ve));
    }
}
