using System.Net.Http.Headers;
using System.Text;
using CCHC.Portal.Channels;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>Knocks at a peer's door: over TLS, at the very address that was judged, following nothing, reading no more than the status.</summary>
public sealed class PeerDoor(ExchangeSettings settings, Vault vault) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 32,
        ConnectCallback = (context, stop) => OpenInternet.Connect(context.DnsEndPoint, settings.OwnNetwork, stop),
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>What is wrong with an address as somebody typed it; null when it may be knocked at.</summary>
    public string? FaultOf(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var at) || at.UserInfo != "" || at.Fragment != "" || !(at.Scheme == "https" || (settings.OwnNetwork && at.Scheme == "http"))
            ? "Địa chỉ phải bắt đầu bằng https:// và không chứa tên đăng nhập."
            : null;

    /// <summary>Hands one notice over; null when the peer has it, else what went wrong in words for the desk.</summary>
    public async Task<string?> Tell(ExchangePeer peer, ExchangeNotice notice, CancellationToken stop)
    {
        if (FaultOf(peer.Address) is { } fault)
        {
            return fault;
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, peer.Address) { Content = new StringContent(notice.Body, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", notice.MessageNumber);   // handed over twice, it is still one
            if (peer.TokenOf(vault) is { Length: > 0 } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.IsSuccessStatusCode ? null : Words((int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "Bên kia không trả lời kịp.";
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is ClosedNetworkException ? "Địa chỉ thuộc mạng nội bộ nên cổng không mở." : failure.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "Không có tên miền này.",
                HttpRequestError.SecureConnectionError => "Chứng thư bảo mật của bên kia không hợp lệ.",
                _ => "Không kết nối được, hoặc đường truyền đứt.",
            };
        }
    }

    public void Dispose() => client.Dispose();

    private static string Words(int status) => status switch
    {
        401 or 403 => $"Bên kia không nhận khóa của cổng ({status}).",
        409 => "Bên kia báo đã có tin khác cùng số (409).",
        429 => "Bên kia xin gửi chậm lại (429).",
        >= 500 => $"Máy chủ bên kia báo lỗi ({status}).",
        _ => $"Bên kia không nhận ({status}).",
    };
}
