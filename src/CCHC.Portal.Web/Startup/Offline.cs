using System.Text;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>/sw.js: the script that keeps pages on the visitor's machine, and in front of it what this site keeps; it changes when that does.</summary>
public static class Offline
{
    public const string Page = "/ngoai-tuyen", Write = "/phan-anh/viet-truoc";

    public static async Task<IResult> Script(HttpContext context, PortalDb db, Visit visit, Assets assets, CancellationToken stop)
    {
        var profile = visit.Site.Profile;
        var needed = new Dictionary<string, IEnumerable<string>>();
        foreach (var culture in new[] { "vi", "en" })
        {
            var prefix = culture == "vi" ? "" : "/en";
            var live = db.Editions.AsNoTracking().Live().ForReader(culture);
            var guides = (await live.OfType(ContentTypes.Guide).ToListAsync(stop)).Where(edition => edition.As<Guide>().Emergency);
            var desks = await live.OfType(ContentTypes.OneStopSite).ToListAsync(stop);
            needed[culture] = culture == "en" && !profile.Cultures.Contains("en") ? []
                : [.. new[] { "/duong-day-nong", "/khan-cap", "/mot-cua" }.Concat(desks.Concat(guides).Select(edition => edition.Address).Order(StringComparer.Ordinal)).Select(address => prefix + address)];
        }
        var known = new
        {
            shell = new[] { profile.Theme + ".css", "emergency.css", "bvp-400.woff2", "bvp-700.woff2", "icons.svg", "enhance.js", "forms.css", "feedback.js", $"themes/{profile.Theme}/emblem.svg" }.Select(name => assets[name]),
            needed,
            offline = profile.Cultures.Contains("en") ? new Dictionary<string, string> { ["vi"] = Page, ["en"] = "/en" + Page } : new() { ["vi"] = Page },
            write = profile.Cultures.Contains("en") ? new Dictionary<string, string> { ["vi"] = Write, ["en"] = "/en" + Write } : new() { ["vi"] = Write },
            sections = ContentTypes.All.Select(type => type.Path).Prepend(""),
        };
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text($"self.portal={JsonSerializer.Serialize(known)};\n{Encoding.UTF8.GetString(assets.Read("offline.js"))}", "text/javascript", Encoding.UTF8);
    }
}
