using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Web.Startup;

/// <summary>Finds the site by host name and the language by the first part of the path; strange hosts are turned away.</summary>
public static class SiteGate
{
    private const string English = "/en";

    /// <summary>Before the page cache: cheap, no database.</summary>
    public static void UseSiteGate(this IApplicationBuilder app)
    {
        var sites = app.ApplicationServices.GetRequiredService<SiteDirectory>();
        app.Use(async (context, next) =>
        {
            if (sites.ByHost(context.Request.Host.Host) is not { } site)
            {
                if (Endpoints.IsHealth(context.Request.Path))
                {
                    await next(context);   // probes come by address, not by name
                    return;
                }
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.WriteAsync("Tên miền này không thuộc cổng thông tin nào ở đây.\nNo portal is served under this host name.\n");
                return;
            }
            context.Items[typeof(SiteMap)] = site;
            if (context.Request.Path.StartsWithSegments(English, out var rest) && site.Profile.Cultures.Contains("en"))
            {
                context.Request.PathBase += English;
                context.Request.Path = rest.HasValue ? rest : "/";
                context.Items[English] = true;
            }
            await next(context);
        });
    }

    /// <summary>After the page cache: the database of this request enters the site.</summary>
    public static void UseVisit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Items[typeof(SiteMap)] is SiteMap site)
        {
            var culture = context.Items.ContainsKey(English) ? "en" : "vi";
            context.RequestServices.GetRequiredService<Visit>().Begin(site, culture);
            context.RequestServices.GetRequiredService<PortalDb>().Enter(site.Id);
        }
        await next(context);
    });

    public static SiteMap? Site(this HttpContext context) => context.Items[typeof(SiteMap)] as SiteMap;
}
