using CCHC.Portal.Channels;

namespace CCHC.Portal.Content.Links;

/// <summary>Opens a link as a reader would, no further than its first answer, and never one that leads into our own network.</summary>
public sealed class LinkVisitor(LinkSettings settings) : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly int[] Ports = [80, 443, 8080, 8443];

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 64,
        ConnectCallback = (context, stop) => OpenInternet.Connect(context.DnsEndPoint, settings.OwnNetwork, stop),
    })
    {
        Timeout = TimeSpan.FromSeconds(settings.Patience),
        DefaultRequestHeaders = { { "User-Agent", "Mozilla/5.0 (compatible; CCHC.Portal; kiem tra lien ket)" }, { "Accept", "*/*" } },
    };

    public async Task<LinkAnswer> Visit(string address, CancellationToken stop)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https") || at.UserInfo != "" || (!settings.OwnNetwork && !Ports.Contains(at.Port)))
            {
                return new LinkAnswer(LinkOutcome.Skipped, null, "Địa chỉ không thuộc loại cổng mở thử.");
            }
            var (answer, next) = await Ask(at, stop);
            if (next is null)
            {
                return answer;
            }
            address = next;
        }
        return new LinkAnswer(LinkOutcome.Broken, 310, "Chuyển hướng vòng quanh.");
    }

    public void Dispose() => client.Dispose();

    private async Task<(LinkAnswer Answer, string? Next)> Ask(Uri at, CancellationToken stop)
    {
        try
        {
            var (status, location) = await Head(at, HttpMethod.Head, stop);
            if (status >= 400)
            {
                (status, location) = await Head(at, HttpMethod.Get, stop);   // many servers answer only to this
            }
            return status is >= 300 and < 400 && location is not null && Uri.TryCreate(at, location, out var next)
                ? (new LinkAnswer(LinkOutcome.Works, status, ""), next.AbsoluteUri) : (Judge(status), null);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (new LinkAnswer(LinkOutcome.Broken, null, "Không trả lời kịp."), null);
        }
        catch (HttpRequestException failure) when (failure.InnerException is ClosedNetworkException)
        {
            return (new LinkAnswer(LinkOutcome.Skipped, null, "Địa chỉ thuộc mạng nội bộ, cổng không mở thử."), null);
        }
        catch (HttpRequestException failure)
        {
            return (new LinkAnswer(LinkOutcome.Broken, null, failure.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "Không có tên miền này.",
                HttpRequestError.SecureConnectionError => "Chứng thư bảo mật của trang không hợp lệ.",
                _ => "Không kết nối được.",
            }), null);
        }
    }

    private async Task<(int Status, string? Location)> Head(Uri at, HttpMethod method, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, at);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return ((int)response.StatusCode, response.Headers.Location?.OriginalString);
    }

    // Who asks for a password or thinks us a robot is there all the same.
    private static LinkAnswer Judge(int status) => status is < 400 or 401 or 403 or 405 or 406 or 429
        ? new LinkAnswer(LinkOutcome.Works, status, "")
        : new LinkAnswer(LinkOutcome.Broken, status, status switch { 404 => "Trang không có (404).", 410 => "Trang đã gỡ (410).", >= 500 => $"Máy chủ báo lỗi ({status}).", _ => $"Trả lời lỗi ({status})." });
}
