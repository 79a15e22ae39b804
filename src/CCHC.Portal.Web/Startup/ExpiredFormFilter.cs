using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CCHC.Portal.Web.Startup;

/// <summary>A form whose token is missing or stale: says that the session ended and gives the typed text back.</summary>
public sealed class ExpiredFormFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            var form = context.HttpContext.Request.HasFormContentType ? await context.HttpContext.Request.ReadFormAsync() : null;
            context.Result = new ExpiredForm(form is null ? [] : ErrorPage.TypedIn(form));
        }
        await next();
    }

    private sealed class ExpiredForm(IReadOnlyList<string> typed) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.Headers.CacheControl = "no-store";
            return ErrorPage.WriteExpired(http, typed);
        }
    }
}
