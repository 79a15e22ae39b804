using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Search;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace CCHC.Portal.Web.Startup;

/// <summary>Which pages are kept ready, and under which key: by invitation only (security.md rule 17).</summary>
public sealed class PublicCache(WebSettings settings, string[]? keys = null, Func<HttpContext, string>? variant = null) : IOutputCachePolicy
{
    public const string Policy = "public";

    // The only query keys that make another page; all others are the same page.
    private static readonly StringValues Keys = new(["trang", "chu-de", "nam", "loai", "linh-vuc", "q", "tinh-trang", "don-vi", "ky", "kho", "truc-tuyen", "viec"]);

    public static string TagOf(Guid siteId) => "site:" + siteId.ToString("n");

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var may = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && http.Site() is not null
            && !SignIn.HasDeskCookie(http.Request);
        context.EnableOutputCaching = may;
        context.AllowCacheLookup = may;
        context.AllowCacheStorage = may;
        context.AllowLocking = true;
        if (may)
        {
            context.Tags.Add(TagOf(http.Site()!.Id));
            context.ResponseExpirationTimeSpan = await KeptFor(http);
            context.CacheVaryByRules.QueryKeys = keys is null ? Keys : new StringValues(keys);
            context.CacheVaryByRules.VaryByValues["look"] = Preferences.Key(http);
            context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http.Request);
            context.CacheVaryByRules.VaryByValues["variant"] = variant?.Invoke(http) ?? "";
            context.CacheVaryByRules.VaryByValues["json"] = WantsJson(http.Request) ? "1" : "0";
            http.Response.OnStarting(SayItMayBeKept, http.Response);
        }
    }

    // The same for everybody: the reader's machine may keep it for when the network is gone (offline.js), and asks again while there is one.
    private static Task SayItMayBeKept(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode == StatusCodes.Status200OK && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
            && StringValues.IsNullOrEmpty(response.Headers.SetCookie) && StringValues.IsNullOrEmpty(response.Headers.CacheControl))
        {
            response.Headers.CacheControl = "public, no-cache";
        }
        return Task.CompletedTask;
    }

    // Never beyond the moment at which a notice goes up or comes down.
    private async ValueTask<TimeSpan> KeptFor(HttpContext http)
    {
        var most = TimeSpan.FromSeconds(settings.CacheSeconds);
        var turn = await http.RequestServices.GetRequiredService<NoticeBoard>().NextTurn(http.Site()!.Id);
        return turn - http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() is { } left && left < most ? left : most;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }
        return ValueTask.CompletedTask;
    }

    public static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Evicts a site's pages on this node as soon as its content changes.</summary>
    public static void EvictOnChange(IServiceProvider services)
    {
        var store = services.GetRequiredService<IOutputCacheStore>();
        var shelf = services.GetRequiredService<MediaShelf>();
        var frame = services.GetRequiredService<Kit.Frame>();
        var board = services.GetRequiredService<NoticeBoard>();
        var embeds = services.GetRequiredService<Kit.Embeds>();
        services.GetRequiredService<IndexWatchers>().Tell(async (siteId, stop) =>
        {
            shelf.Forget(siteId);
            frame.Forget(siteId);
            services.GetRequiredService<Thesauri>().Forget(siteId);
            board.Forget(siteId);
            embeds.Forget(siteId);
            await store.EvictByTagAsync(TagOf(siteId), stop);
        });
    }

    // What is decided here is also all that the compression behind the cache hears of: "*", "BR" and "br;q=0" must not
    // fill one copy with the bytes of another.
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var chosen = new[] { "br", "gzip" }.FirstOrDefault(name => accepted.Any(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0)) ?? "";
        request.Headers.AcceptEncoding = chosen == "" ? StringValues.Empty : chosen;
        return chosen;
    }
}
