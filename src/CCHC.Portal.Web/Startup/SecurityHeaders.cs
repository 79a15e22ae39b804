using System.Text.RegularExpressions;

namespace CCHC.Portal.Web.Startup;

/// <summary>The one strict set of headers every answer carries (security.md rule 20).</summary>
public static partial class SecurityHeaders
{
    /// <summary>On the one page that was asked to show something of another host: lets that host's frame in and nothing else.</summary>
    public static void LetIn(HttpResponse response, string origin) =>
        response.Headers.ContentSecurityPolicy = Frames().Replace(response.Headers.ContentSecurityPolicy.ToString(), "frame-src " + origin);

    [GeneratedRegex("frame-src[^;]*", RegexOptions.NonBacktracking)]
    private static partial Regex Frames();

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<WebSettings>();
        var google = settings.UsesRecaptcha ? " https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/" : "";
        var policy = $"default-src 'none'; script-src 'self'{google}; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
            $"connect-src 'self'{google}; worker-src 'self'; frame-src{(google == "" ? " 'none'" : google)}; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }
            if (context.Request.Path.StartsWithSegments("/dist"))
            {
                // Names carry a hash of the contents.
                context.Response.OnStarting(() =>
                {
                    if (context.Response.StatusCode == StatusCodes.Status200OK)
                    {
                        headers.CacheControl = "public, max-age=31536000, immutable";
                    }
                    return Task.CompletedTask;
                });
            }
            return next(context);
        });
    }
}
