using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Channels;

/// <summary>The mailbox whose letters become cases. Without a host there is none.</summary>
public sealed record MailboxSettings
{
    public string? Host { get; init; }
    [Range(1, 65535)] public int Port { get; init; } = 993;

    /// <summary>TLS from the first byte; off only for a server on this machine.</summary>
    public bool UseTls { get; init; } = true;

    public string? User { get; init; }
    public string? Password { get; init; }
    [Required] public string Folder { get; init; } = "INBOX";

    /// <summary>The site whose mailbox it is; empty: the only one.</summary>
    public string Site { get; init; } = "";

    /// <summary>Letters larger than this, in megabytes, are left for a person.</summary>
    [Range(1, 100)] public int MostMegabytes { get; init; } = 35;

    /// <summary>Letters of one sender in a day that become cases; more are left for a person.</summary>
    [Range(1, 1_000)] public int MostInDay { get; init; } = 10;
}
