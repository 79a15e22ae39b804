using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CCHC.Portal.Tests.Channels;

/// <summary>A mail server on a free port of this machine that keeps what it is handed, or refuses it.</summary>
public sealed class StubMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    public StubMailServer()
    {
        listener.Start();
        work = Accept();
    }

    public bool Refuses { get; set; }

    public ConcurrentQueue<string> Letters { get; } = new();

    public (string, string)[] Settings =>
    [
        ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", ((IPEndPoint)listener.LocalEndpoint).Port.ToString()),
        ("Mail:UseTls", "false"),
        ("Mail:From", "cong@example.vn"),
    ];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await work;
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Talk(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync(Refuses ? "421 not now" : "220 stub");
        while (!Refuses && await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            await writer.WriteLineAsync(verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
            if (verb == "DATA")
            {
                Letters.Enqueue(await Letter(reader));
                await writer.WriteLineAsync("250 kept");
            }
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private static async Task<string> Letter(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line).Append("\r\n");
        }
        return text.ToString();
    }
}
