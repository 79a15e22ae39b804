using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>That a message of a peer was taken in: its numbers and a fingerprint, nothing of what it says. The same number again is answered from here.</summary>
public sealed class ExchangeMessage : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PeerId { get; init; }
    public PeerVerb Verb { get; init; }

    /// <summary>The peer's own number of the case.</summary>
    public required string Number { get; init; }

    /// <summary>The peer's number of an addition or withdrawal; empty for the case itself.</summary>
    public string MessageNumber { get; init; } = "";

    /// <summary>The keyed fingerprint of all it said.</summary>
    public required byte[] Print { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Up to which event of the case the peer was told, and the case's last change when that was looked at.</summary>
    public int ToldNumber { get; set; }
    public DateTimeOffset? ToldChange { get; set; }

    /// <summary>The key under which the case, or what it added under seal, is kept once.</summary>
    public string CaseKey { get; init; } = "";

    public static string KeyOf(Guid peer, string number, string messageNumber = "") =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"exchange\n{peer:n}\n{number}\n{messageNumber}")))[..32];
}

/// <summary>What a peer may say.</summary>
public enum PeerVerb { NewCase, Addition, Withdrawal }
