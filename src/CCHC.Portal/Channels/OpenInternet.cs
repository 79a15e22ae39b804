using System.Net;
using System.Net.Sockets;

namespace CCHC.Portal.Channels;

/// <summary>The way out of the house: to the public internet only, and to the very address that was judged.</summary>
public static class OpenInternet
{
    // The name is resolved here and the very address that was judged is the one connected to: no second answer of the name server counts.
    public static async ValueTask<Stream> Connect(DnsEndPoint target, bool ownNetwork, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, stop);
        var open = ownNetwork ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (open.Length == 0)
        {
            throw addresses.Length > 0 ? new ClosedNetworkException() : new SocketException((int)SocketError.HostNotFound);
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, target.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>That an address lies in our own network.</summary>
public sealed class ClosedNetworkException() : IOException("The address is not of the public internet.");
