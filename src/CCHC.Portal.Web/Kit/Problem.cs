using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Kit;

/// <summary>What is wrong with a field of a form, in the words its writer reads.</summary>
public sealed record Problem(string Field, string Words);

public static class ProblemExtensions
{
    extension(PageModel page)
    {
        /// <summary>The form again, with what was typed and what is wrong.</summary>
        public IActionResult Invalid()
        {
            page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return page.Page();
        }

        /// <summary>The form again because somebody else was faster; what was typed is kept.</summary>
        public IActionResult Overtaken()
        {
            page.Response.StatusCode = StatusCodes.Status409Conflict;
            return page.Page();
        }
    }
}
