using System.Threading.RateLimiting;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Operations;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The door through which a peer's program hands us messages: its key in the header, JSON in the body, the outcome of each message in the answer.</summary>
public static class ExchangeEndpoint
{
    public static void Map(WebApplication app) =>
        app.MapPost("/lien-thong/{peer}/tin", Take).AllowAnonymous().WithMetadata(new TakesAttribute(Limits.ExchangeFile));

    private static async Task<IResult> Take(string peer, HttpContext context, PortalDb db, Visit visit, Vault vault, Exchanging exchanging, ExchangeSettings settings, ExchangePaces paces, TimeProvider clock, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!IsClosedLine(context))
        {
            return Say(StatusCodes.Status403Forbidden, "Chỉ nhận qua https.");
        }
        if (!paces.Strangers.Allows(context))
        {
            return Slower(context);
        }
        var key = context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var given] && given.Length <= 200 ? given : "";
        if (await db.ExchangePeers.AsNoTracking().SingleOrDefaultAsync(one => one.Code == peer, stop) is not { } known || !known.Opens(key, vault, clock.GetUtcNow()))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Say(StatusCodes.Status401Unauthorized, "Khóa không đúng.");   // the same for a body we do not know
        }
        if (!paces.Allows(known.Id))
        {
            return Slower(context);
        }
        if (!context.Request.HasJsonContentType())
        {
            return Say(StatusCodes.Status415UnsupportedMediaType, "Nội dung phải là application/json.");
        }
        var (rows, wrong) = await PeerFileReading.Read(context.Request.Body, settings.MostMessages, stop);
        if (wrong is not null)
        {
            return Say(StatusCodes.Status400BadRequest, wrong);
        }
        var results = await exchanging.Take(visit.Site, known, rows, stop);
        return Results.Json(new { phien_ban = PeerFileReading.FormatVersion, ket_qua = results }, statusCode: StatusOf(results));
    }

    // A key must not travel open. A proxy on this machine is as good as the machine.
    private static bool IsClosedLine(HttpContext context) =>
        context.Request.IsHttps || context.Connection.RemoteIpAddress is null || System.Net.IPAddress.IsLoopback(context.Connection.RemoteIpAddress) || context.RequestServices.GetRequiredService<ExchangeSettings>().OwnNetwork;

    private static int StatusOf(IReadOnlyList<PeerResult> results) =>
        results.Any(result => result.Outcome == PeerResult.Changed) ? StatusCodes.Status409Conflict
        : results.Any(result => result.Outcome != PeerResult.Taken) ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status200OK;

    private static IResult Slower(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return Say(StatusCodes.Status429TooManyRequests, "Gửi quá nhanh. Hãy thử lại sau một phút.");
    }

    private static IResult Say(int status, string words) => Results.Json(new { loi = words }, statusCode: status);
}

/// <summary>The paces of the exchange: a wide one for whoever knocks, one for each peer.</summary>
public sealed class ExchangePaces(ExchangeSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> peers = PartitionedRateLimiter.Create<Guid, Guid>(peer => RateLimitPartition.GetSlidingWindowLimiter(peer, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = settings.MostRequestsInMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        AutoReplenishment = true,
    }));

    public Pace Strangers { get; } = Pace.InTenMinutes(settings.MostRequestsInMinute * 20);

    public bool Allows(Guid peer)
    {
        using var lease = peers.AttemptAcquire(peer);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        peers.Dispose();
        Strangers.Dispose();
    }
}
