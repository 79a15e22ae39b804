using Microsoft.AspNetCore.Mvc.Filters;

namespace CCHC.Portal.Web.Startup;

/// <summary>On a public page that takes a form or shows somebody's own case: neither this server nor anything on the way keeps a copy.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverCachedAttribute : Attribute, IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";   // both: antiforgery would warn that it adds the other

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
