using CCHC.Portal.Channels;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.Net.Http.Headers;

namespace CCHC.Portal.Web.Startup;

/// <summary>What is not a page: media, feeds, sitemap, health, the proof-of-work challenge.</summary>
public static class Endpoints
{
    // How long a file may be shown after it was withdrawn, by those who have it already; then they ask by its tag.
    private const int MediaSeconds = 3_600;

    public static bool IsHealth(PathString path) => path == "/healthz" || path == "/readyz" || path == "/metrics";

    public static void MapEndpoints(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", Readiness.Answer).AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().AddEndpointFilter(LocalOnly);
        app.MapGet("/tep/{mark}/{name}", Media).AllowAnonymous();
        Tus.Map(app);
        ExchangeEndpoint.Map(app);
        app.MapGet("/phan-anh/thach-thuc", Challenge).AllowAnonymous();
        // Without an endpoint the deny-by-default policy would send strangers to the sign-in page instead of saying 404.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        Delivery.DeliveryApi.Map(app);
        Api.DataApi.Map(app);
        Api.DataDocument.Map(app);
        Feeds.Map(app);
        app.MapGet("/robots.txt", Addresses.Robots).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/sitemap.xml", Addresses.Index).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/sitemap/{name}.xml", Addresses.File).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/phan-anh/cam-ket.csv", PromiseData.Csv).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/phan-anh/cam-ket.json", PromiseData.Json).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/so-lieu-mot-cua.csv", DossierData.All).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/so-lieu-mot-cua/{slug}.csv", DossierData.One).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/chi-so.csv", IndicatorData.All).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/chi-tieu.csv", GoalData.All).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/chi-so/{slug}.csv", IndicatorData.One).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/phan-anh/cong-khai/rss.xml", AnswersFeed.Rss).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/am-thanh/podcast.xml", Podcast.Answer).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/sw.js", Offline.Script).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/t/{code}.pdf", Leaflets.Print).AllowAnonymous().CacheOutput(Leaflets.Policy);
        app.MapGet("/t/{code}", ShortAddress.Answer).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static IResult Challenge(HttpContext context, ProofOfWork work)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(work.NewChallenge(), "application/json");
    }

    // Only what stands on the shelf is served: to everybody what pages before readers use, the rest to staff and invited readers.
    private static async Task<IResult> Media(string mark, string name, HttpContext context, Visit visit, MediaShelf shelf, Invited invited, Quarantine quarantine, FileStore files, TimeProvider clock, CancellationToken stop)
    {
        if (await shelf.At(visit.Site.Id, mark, name, stop) is not { } copy || !(copy.IsForReaders || await invited.MaySee(context, copy.File, stop)) || files.Open(copy.StoreKey) is not { } content)
        {
            return Results.NotFound();   // one address for one file: the mark becomes the entity tag
        }
        if (quarantine.Of(copy.File.Scan) is var (status, words))
        {
            await content.DisposeAsync();
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(words, statusCode: status);
        }
        var left = copy.File.ExpiresOn is { } last ? (VietnamTime.At(last.AddDays(1), default) - clock.GetUtcNow()).TotalSeconds : MediaSeconds;
        context.Response.Headers.CacheControl = copy.IsForReaders ? $"public, max-age={Math.Clamp((long)left, 0, MediaSeconds)}" : "private, no-store";
        return Results.Stream(content, copy.ContentType, entityTag: new EntityTagHeaderValue($"\"{mark}{Path.GetExtension(name)}\""), enableRangeProcessing: true);
    }

    private static async ValueTask<object?> LocalOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } from && System.Net.IPAddress.IsLoopback(from) ? await next(context) : Results.NotFound();
}
