using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CCHC.Portal.Cases;

namespace CCHC.Portal.Web.Startup;

/// <summary>How often one network may do a thing before it is asked for patience. An IPv6 network is a /64.</summary>
public sealed class Pace : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> limiter;

    private readonly int most;

    private Pace(int most, TimeSpan window) => (this.most, limiter) = (most, PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(NetworkOf(address), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = window,
            SegmentsPerWindow = 5,
            AutoReplenishment = true,
        })));

    public static Pace OfSubmissions(CasesSettings settings) => new(settings.MostInTenMinutes, TimeSpan.FromMinutes(10));

    public static Pace OfUploads(CasesSettings settings) => new(settings.MostMegabytesInTenMinutes, TimeSpan.FromMinutes(10));

    public static Pace OfLookups(CasesSettings settings) => new(settings.MostLookupsInMinute, TimeSpan.FromMinutes(1));

    /// <summary>So many in ten minutes.</summary>
    public static Pace InTenMinutes(int most) => new(most, TimeSpan.FromMinutes(10));

    /// <summary>Whether this network may, once or for so much at once.</summary>
    public bool Allows(HttpContext context, int much = 1)
    {
        if (much > most)
        {
            return false;
        }
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress, much);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "?";
        }
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}

/// <summary>The paces of the feedback pages.</summary>
public sealed class FeedbackPaces(CasesSettings settings) : IDisposable
{
    public Pace Submissions { get; } = Pace.OfSubmissions(settings);
    public Pace Uploads { get; } = Pace.OfUploads(settings);
    public Pace Lookups { get; } = Pace.OfLookups(settings);

    public void Dispose()
    {
        Submissions.Dispose();
        Uploads.Dispose();
        Lookups.Dispose();
    }
}

/// <summary>The paces of readers' words on pages; wide, because an island shares a mobile network.</summary>
public sealed class ReaderPaces(WebSettings settings) : IDisposable
{
    public Pace Votes { get; } = Pace.InTenMinutes(settings.MostVotesInTenMinutes);
    public Pace Reports { get; } = Pace.InTenMinutes(settings.MostReportsInTenMinutes);

    public void Dispose()
    {
        Votes.Dispose();
        Reports.Dispose();
    }
}

/// <summary>Slows down after misses, by network and by name, and forgets after a quarter of an hour; nobody is locked out for good.</summary>
public sealed class SignInPace(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private const int FreeMisses = 3, MostSeconds = 40, Most = 10_000;
    private readonly ConcurrentDictionary<string, (int Misses, DateTimeOffset Last)> misses = new();

    /// <summary>How many names and networks are in memory.</summary>
    public int Remembered => misses.Count;

    /// <summary>How long to wait before this attempt is looked at.</summary>
    public TimeSpan DelayFor(params string[] keys)
    {
        var worst = keys.Max(key => misses.TryGetValue(key, out var seen) && clock.GetUtcNow() - seen.Last < Memory ? seen.Misses : 0);
        return worst <= FreeMisses ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(MostSeconds, Math.Pow(2, worst - FreeMisses - 1)));
    }

    public void Missed(params string[] keys)
    {
        foreach (var key in keys)
        {
            misses.AddOrUpdate(key, _ => (1, clock.GetUtcNow()), (_, seen) => (seen.Misses + 1, clock.GetUtcNow()));
        }
        if (misses.Count > Most && Monitor.TryEnter(misses))
        {
            try
            {
                Forget();
            }
            finally
            {
                Monitor.Exit(misses);
            }
        }
    }

    // Half at once, so that a flood of invented names costs neither memory nor a walk through all of it for each name;
    // those with many misses stay longest.
    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var old in misses.ToArray().OrderByDescending(pair => now - pair.Value.Last > Memory).ThenBy(pair => pair.Value.Misses).ThenBy(pair => pair.Value.Last).Take(misses.Count - (Most / 2)))
        {
            misses.TryRemove(old.Key, out _);
        }
    }

    public void Succeeded(params string[] keys)
    {
        foreach (var key in keys)
        {
            misses.TryRemove(key, out _);
        }
    }
}
