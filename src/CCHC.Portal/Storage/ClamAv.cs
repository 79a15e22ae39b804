using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Storage;

/// <summary>Asks a ClamAV daemon over its socket or port: the file goes there in pieces (INSTREAM), a line comes back.</summary>
public sealed class ClamAv(EndPoint at, ILogger<ClamAv> log) : IScanFiles
{
    private const int Piece = 64 * 1024, LongestReply = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public bool IsOn => true;

    /// <summary>Where it listens: the path of a socket, or host:port.</summary>
    public static EndPoint Where(string setting) =>
        setting.StartsWith('/') ? new UnixDomainSocketEndPoint(setting)
        : setting.Split(':') is [{ Length: > 0 } host, var port] && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new DnsEndPoint(host, number)
        : throw new InvalidOperationException("Setting Media:ClamAv must be host:port or the path of a socket.");

    public async Task<ScanState> Scan(Stream content, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return Read(await Ask(content, patience.Token));
        }
        catch (Exception failed) when (failed is SocketException or IOException || (failed is OperationCanceledException && !stop.IsCancellationRequested))
        {
            log.LogWarning(failed, "The scanner at {At} does not answer; files wait", at);
            return ScanState.Waiting;
        }
    }

    private async Task<string> Ask(Stream content, CancellationToken stop)
    {
        using var socket = at is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(at, stop);
        await using var line = new NetworkStream(socket);
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
        var piece = new byte[4 + Piece];
        int read;
        do
        {
            read = await content.ReadAsync(piece.AsMemory(4), stop);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);   // the last one is empty
            await line.WriteAsync(piece.AsMemory(0, 4 + read), stop);
        }
        while (read > 0);
        var reply = new byte[LongestReply];
        var length = await line.ReadAtLeastAsync(reply, reply.Length, throwOnEndOfStream: false, stop);
        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }

    private ScanState Read(string reply)
    {
        if (reply.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            log.LogError("The scanner found malicious code in a file: {Reply}", reply);
            return ScanState.Refused;
        }
        if (reply.EndsWith(" OK", StringComparison.Ordinal))
        {
            return ScanState.Clean;
        }
        log.LogWarning("The scanner could not look through a file: {Reply}", reply);
        return ScanState.Waiting;
    }
}
