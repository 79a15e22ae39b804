using CCHC.Portal.Channels;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.Net.Http.Headers;

namespace CCHC.Portal.Web.Startup;

/// <summary>What is not a page: media, feeds, sitemap, health, the proof-of-work challenge.</summary>
public static class Endpoints
{
    private const int Forever = 31_536_000;

    public static bool IsHealth(PathString path) => path == "/healthz" || path == "/readyz" || path == "/metrics";

    public static void MapEndpoints(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", Readiness.Answer).AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().AddEndpointFilter(LocalOnly);
        app.MapGet("/tep/{mark}/{name}", Media).AllowAnonymous();
        Tus.Map(app);
        app.MapGet("/phan-anh/thach-thuc", Challenge).AllowAnonymous();
        // Without an endpoint the deny-by-default policy would send strangers to the sign-in page instead of saying 404.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        app.MapGet("/robots.txt", Feeds.Robots).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/sitemap.xml", Feeds.Sitemap).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/rss.xml", Feeds.Rss).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/phan-anh/cam-ket.csv", PromiseData.Csv).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/phan-anh/cam-ket.json", PromiseData.Json).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/phan-anh/cong-khai/rss.xml", AnswersFeed.Rss).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/am-thanh/podcast.xml", Podcast.Answer).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/atom.xml", Feeds.Atom).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static IResult Challenge(HttpContext context, ProofOfWork work)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(work.NewChallenge(), "application/json");
    }

    // The address changes with the contents, so a copy may be kept as long as its rights last. Only what stands on the shelf is served.
    private static async Task<IResult> Media(string mark, string name, HttpContext context, Visit visit, MediaShelf shelf, FileStore files, TimeProvider clock, CancellationToken stop)
    {
        if (await shelf.At(visit.Site.Id, mark, name, stop) is not { } copy || files.Open(copy.StoreKey) is not { } content)
        {
            return Results.NotFound();   // one address for one file: the mark becomes the entity tag
        }
        var left = copy.File.ExpiresOn is { } last ? (VietnamTime.At(last.AddDays(1), default) - clock.GetUtcNow()).TotalSeconds : Forever;
        context.Response.Headers.CacheControl = left < Forever ? $"public, max-age={Math.Max(0, (long)left)}" : $"public, max-age={Forever}, immutable";
        return Results.Stream(content, copy.ContentType, entityTag: new EntityTagHeaderValue($"\"{mark}{Path.GetExtension(name)}\""), enableRangeProcessing: true);
    }

    private static async ValueTask<object?> LocalOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } from && System.Net.IPAddress.IsLoopback(from) ? await next(context) : Results.NotFound();
}
