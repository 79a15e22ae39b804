using System.Net;

namespace CCHC.Portal.Tests.Content.Links;

/// <summary>A web server on this machine's loopback that answers as links elsewhere do: well, with 404, only to GET, by leading on, or not at all.</summary>
public sealed class OtherSide : IDisposable
{
    private readonly HttpListener listener = new();

    public OtherSide()
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        _ = Task.Run(Answer);
    }

    public string Address { get; }

    /// <summary>Whether /dich-vu answers again.</summary>
    public bool IsBack { get; set; }

    public List<string> Asked { get; } = [];

    public void Dispose() => listener.Close();

    private async Task Answer()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var path = context.Request.Url!.AbsolutePath;
            lock (Asked)
            {
                Asked.Add($"{context.Request.HttpMethod} {path}");
            }
            if (path == "/cham")
            {
                continue;
            }
            context.Response.StatusCode = path switch
            {
                "/tot" => 200,
                "/dich-vu" => IsBack ? 200 : 404,
                "/chi-get" => context.Request.HttpMethod == "HEAD" ? 405 : 200,
                "/cua-rieng" => 403,
                "/loi" => 503,
                "/dan-den" or "/vong" or "/vao-trong" => 302,
                _ => 404,
            };
            context.Response.RedirectLocation = path switch { "/dan-den" => "/tot", "/vong" => "/vong", "/vao-trong" => "http://169.254.169.254/latest/meta-data", _ => null };
            context.Response.Close();
        }
    }
}
