using System.Security.Cryptography;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Web.Startup;

/// <summary>
/// Knows a device again that gave its word on a page: by a random cookie, set only then and sent only there. What is kept is a
/// fingerprint that differs from page to page, so that nobody can tell what else the same device read.
/// </summary>
public sealed class ReaderDevice(Vault vault)
{
    public const string Cookie = "portal.y-kien", Place = "/y-kien";
    private const int Letters = 32;

    public string MarkFor(HttpContext context, ReadPage page, string what) =>
        Convert.ToHexStringLower(vault.Fingerprint($"{Known(context)}|{page.Key}|{page.Culture}|{page.Number}|{what}", "reader-device"))[..Letters];

    /// <summary>
    /// Whether a form came from a page of ours. Pages kept for everybody carry no token, so the browser itself is asked; Origin is
    /// "null" for all forms of ours (Referrer-Policy: no-referrer) and says something only when it names another host.
    /// </summary>
    public static bool CameFromOurPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site != "")
        {
            return site is "same-origin" or "none";
        }
        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null" || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }

    private static string Known(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: Letters } known && known.All(char.IsAsciiHexDigitLower))
        {
            return known;
        }
        var fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Letters / 2));
        context.Response.Cookies.Append(Cookie, fresh, new CookieOptions
        {
            Path = context.Request.PathBase + Place,
            MaxAge = TimeSpan.FromDays(180),
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return fresh;
    }
}
