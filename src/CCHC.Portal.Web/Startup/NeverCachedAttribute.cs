using Microsoft.AspNetCore.Mvc.Filters;

namespace CCHC.Portal.Web.Startup;

/// <summary>On a public page that takes a form or shows somebody's own case: never kept in any cache, ours or a browser's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverCachedAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-store";
}
