using CCHC.Portal.Content.Readers;
using CCHC.Portal.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CCHC.Portal.Web.Startup;

/// <summary>Counts opened public pages before the page cache, so that those lying ready count too; no cookie, no address, no name.</summary>
public static class ViewsCount
{
    public static void UseViewsCount(this IApplicationBuilder app)
    {
        var counter = app.ApplicationServices.GetRequiredService<PageCounter>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode == StatusCodes.Status200OK && IsReading(context) && context.Site() is { } site)
            {
                counter.Add(new OpenedPage(site.Id, VietnamTime.Day(clock.GetUtcNow()), context.Request.PathBase.HasValue ? "en" : "vi", AddressOf(context)));
            }
        });
    }

    /// <summary>A person who opens a page kept for everybody: no robot, no staff, no page fetched in advance or by a script.</summary>
    private static bool IsReading(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method)
            && context.GetEndpoint()?.Metadata is { } page && page.GetMetadata<PageActionDescriptor>() is not null && page.GetMetadata<OutputCacheAttribute>() is not null
            && !SignIn.HasDeskCookie(request)
            && !PublicCache.WantsJson(request)
            && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document"
            && request.Headers["Sec-Purpose"].Count + request.Headers["Purpose"].Count + request.Headers["X-Moz"].Count == 0
            && !Robots.Are(request.Headers.UserAgent);
    }

    // One spelling for one page, so that counts cannot be scattered: routes do not mind capitals and a slash at the end.
    private static string AddressOf(HttpContext context) => "/" + context.Request.Path.Value!.Trim('/').ToLowerInvariant();
}
