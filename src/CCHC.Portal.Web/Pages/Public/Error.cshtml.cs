using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public;

/// <summary>What went wrong, in plain words and in the site's look; also for forms, so any method.</summary>
[NeverCached, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>What was asked for, so that the other language is offered for it and not for this page.</summary>
    public string Asked => (HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path) is { } path && !path.StartsWith("//", StringComparison.Ordinal) ? new PathString(path).ToUriComponent() : "/";

    public string Heading { get; private set; } = "";
    public string Words { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        (Heading, Words) = ErrorPage.Say(Code);
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;   // asked for by its own address: there is no such page
        }
    }
}
