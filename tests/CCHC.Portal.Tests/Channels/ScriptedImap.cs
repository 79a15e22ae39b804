using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Tests.Channels;

/// <summary>The few sentences of IMAP that reading a mailbox takes, on a port of this machine; keeps letters and their marks.</summary>
public sealed partial class ScriptedImap : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    public ScriptedImap()
    {
        listener.Start();
        work = Accept();
    }

    /// <summary>Whether it keeps marks that programs invent.</summary>
    public bool KeepsMarks { get; init; } = true;

    public List<(byte[] Bytes, HashSet<string> Flags)> Letters { get; } = [];

    public List<string> Said { get; } = [];

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

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
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await Talk(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
        }
    }

    private async Task Talk(NetworkStream line)
    {
        using var reader = new StreamReader(line, Encoding.Latin1);
        await Say(line, "* OK scripted");
        while (await reader.ReadLineAsync(stop.Token) is { } sentence)
        {
            Said.Add(sentence);
            var (tag, rest) = (sentence.Split(' ')[0], sentence[(sentence.IndexOf(' ') + 1)..]);
            if (rest.StartsWith("LOGIN", StringComparison.OrdinalIgnoreCase) && !rest.Contains("mat-khau", StringComparison.Ordinal))
            {
                await Say(line, tag + " NO [AUTHENTICATIONFAILED] no");
                continue;
            }
            await Answer(line, rest);
            await Say(line, tag + (rest.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) ? " OK [READ-WRITE] done" : " OK done"));
            if (rest.StartsWith("LOGOUT", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
    }

    private async Task Answer(NetworkStream line, string sentence)
    {
        var marks = KeepsMarks ? "\\Seen \\Flagged \\*" : "\\Seen \\Flagged";
        switch (sentence.ToUpperInvariant())
        {
            case var said when said.StartsWith("CAPABILITY", StringComparison.Ordinal): await Say(line, "* CAPABILITY IMAP4rev1"); break;
            case var said when said.StartsWith("LIST", StringComparison.Ordinal): await Say(line, "* LIST (\\HasNoChildren) \"/\" \"INBOX\""); break;
            case var said when said.StartsWith("SELECT", StringComparison.Ordinal): await Say(line, $"* {Letters.Count} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Flagged)\r\n* OK [PERMANENTFLAGS ({marks})] ok\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT {Letters.Count + 1}] ok"); break;
            case var said when said.StartsWith("UID SEARCH", StringComparison.Ordinal): await Say(line, "* SEARCH" + string.Concat(Enumerable.Range(1, Letters.Count).Where(uid => !Letters[uid - 1].Flags.Contains(KeepsMarks ? "CONGDANHAN" : "\\SEEN")).Select(uid => " " + uid))); break;
            case var said when said.StartsWith("UID FETCH", StringComparison.Ordinal): await Fetch(line, sentence); break;
            case var said when said.StartsWith("UID STORE", StringComparison.Ordinal): Store(said); break;
        }
    }

    private async Task Fetch(NetworkStream line, string sentence)
    {
        foreach (var uid in Uids(sentence))
        {
            var letter = Letters[uid - 1].Bytes;
            if (sentence.Contains("BODY", StringComparison.OrdinalIgnoreCase))
            {
                await line.WriteAsync(Encoding.Latin1.GetBytes($"* {uid} FETCH (UID {uid} BODY[] {{{letter.Length}}}\r\n"));
                await line.WriteAsync(letter);
                await Say(line, ")");
            }
            else
            {
                await Say(line, $"* {uid} FETCH (UID {uid} RFC822.SIZE {letter.Length} INTERNALDATE \"23-Nov-2026 09:00:00 +0700\")");
            }
        }
    }

    private void Store(string said)
    {
        foreach (var uid in Uids(said))
        {
            Letters[uid - 1].Flags.UnionWith(said[(said.IndexOf('(') + 1)..said.LastIndexOf(')')].Split(' '));
        }
    }

    private IEnumerable<int> Uids(string sentence) => Set().Match(sentence).Groups[1].Value.Split(',').SelectMany(part =>
        part.Split(':') is [var from, var to] ? Enumerable.Range(int.Parse(from), (to == "*" ? Letters.Count : int.Parse(to)) - int.Parse(from) + 1) : [int.Parse(part)]);

    private static Task Say(NetworkStream line, string words) => line.WriteAsync(Encoding.Latin1.GetBytes(words + "\r\n")).AsTask();

    [GeneratedRegex(@"^UID \w+ ([\d,:*]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Set();
}
