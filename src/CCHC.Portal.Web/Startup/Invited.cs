using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>Who sees files of texts that are not before readers yet: staff who write, and whoever opened a preview's secret address, for that text's files only.</summary>
public sealed class Invited(PortalDb db, IAuthorizationService authorization, TimeProvider clock)
{
    private const string Cookie = "portal.preview.", Place = "/tep";
    private const int MostCookies = 5;

    public async Task<bool> MaySee(HttpContext context, MediaFile file, CancellationToken stop) =>
        (context.User.Identity?.IsAuthenticated == true && (await authorization.AuthorizeAsync(context.User, null, new NeedsAttribute(Deed.ManageMedia))).Succeeded)
        || await IsOfPreview(context.Request, file.Name, stop);

    /// <summary>Lets the browser that opened a preview fetch its pictures until the preview ends.</summary>
    public void Let(HttpContext context, PreviewLink link, string secret) => context.Response.Cookies.Append(Cookie + link.Id.ToString("n"), secret, new CookieOptions
    {
        Path = Place,
        Expires = link.Until,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    });

    private async Task<bool> IsOfPreview(HttpRequest request, string name, CancellationToken stop)
    {
        var hashes = request.Cookies.Where(cookie => cookie.Key.StartsWith(Cookie, StringComparison.Ordinal)).Take(MostCookies).Select(cookie => PreviewLink.HashOf(cookie.Value)).ToList();
        if (hashes.Count == 0)
        {
            return false;
        }
        var open = (await db.PreviewLinks.AsNoTracking().Where(link => hashes.Contains(link.SecretHash)).ToListAsync(stop)).Where(link => link.IsOpenAt(clock.GetUtcNow())).Select(link => link.EditionId).ToList();
        var names = await db.Editions.AsNoTracking().Where(edition => open.Contains(edition.Id)).Select(edition => edition.MediaNames).ToListAsync(stop);
        return names.SelectMany(MediaNames.WithCaptions).Contains(name);
    }
}
