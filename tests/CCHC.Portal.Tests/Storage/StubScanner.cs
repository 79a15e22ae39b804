using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CCHC.Portal.Tests.Storage;

/// <summary>Speaks as a ClamAV daemon does, on a port of its own: finds the one word it was told is bad.</summary>
public sealed class StubScanner : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly string bad;
    private readonly Task answering;

    public StubScanner(string bad)
    {
        this.bad = bad;
        door.Start();
        answering = Answer();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)door.LocalEndpoint).Port}";

    /// <summary>Not started up, or out of its own room: it answers, but cannot say.</summary>
    public bool IsIll { get; set; }

    public async ValueTask DisposeAsync()
    {
        door.Stop();
        await answering;
    }

    private async Task Answer()
    {
        while (true)
        {
            try
            {
                using var caller = await door.AcceptTcpClientAsync();
                await using var line = caller.GetStream();
                var command = new byte["zINSTREAM\0".Length];
                await line.ReadExactlyAsync(command);
                using var all = new MemoryStream();
                var head = new byte[4];
                while (true)
                {
                    await line.ReadExactlyAsync(head);
                    var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(head)];
                    if (piece.Length == 0)
                    {
                        break;
                    }
                    await line.ReadExactlyAsync(piece);
                    all.Write(piece);
                }
                var found = Encoding.Latin1.GetString(all.ToArray()).Contains(bad, StringComparison.Ordinal);
                await line.WriteAsync(Encoding.ASCII.GetBytes((IsIll || Encoding.ASCII.GetString(command) != "zINSTREAM\0" ? "INSTREAM size limit exceeded. ERROR" : found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK") + "\0"));
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
            {
                return;
            }
        }
    }
}
