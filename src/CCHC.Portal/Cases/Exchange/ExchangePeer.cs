using System.Security.Cryptography;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>A body elsewhere that hands us what citizens told it and hears what became of it, such as the city's 1022.</summary>
public sealed class ExchangePeer : ISiteOwned
{
    public const string KeyPurpose = "exchange-key", TokenPurpose = "exchange-token";

    /// <summary>How long the key before the last still opens, so that nobody must change theirs in the same minute.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>Its name in addresses.</summary>
    public required string Code { get; init; }

    public string Name { get; set; } = "";

    /// <summary>Where it wants to be told; empty: by files that are carried.</summary>
    public string Address { get; set; } = "";

    /// <summary>The key it gave us, locked.</summary>
    public byte[] TokenBox { get; private set; } = [];

    /// <summary>The fingerprint of the key we gave it; the key itself is shown once and not kept.</summary>
    public byte[] KeyHash { get; private set; } = [];

    public byte[] OldKeyHash { get; private set; } = [];
    public DateTimeOffset? OldKeyUntil { get; private set; }
    public bool IsActive { get; set; } = true;

    public bool IsToldByFile => Address == "";

    /// <summary>A new key for it; the one before opens a few days longer, the one before that no more.</summary>
    public string NewKey(Vault vault, DateTimeOffset now)
    {
        var key = "td_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        (OldKeyHash, OldKeyUntil) = (KeyHash, KeyHash.Length == 0 ? null : now + Overlap);
        KeyHash = vault.Fingerprint(key, KeyPurpose);
        return key;
    }

    /// <summary>The old key was stolen: it ends now.</summary>
    public void EndOldKey() => (OldKeyHash, OldKeyUntil) = ([], null);

    public bool Opens(string key, Vault vault, DateTimeOffset now)
    {
        var print = vault.Fingerprint(key, KeyPurpose);
        var (fits, fitted) = (CryptographicOperations.FixedTimeEquals(print, KeyHash), CryptographicOperations.FixedTimeEquals(print, OldKeyHash));
        return IsActive && (fits || (fitted && now < OldKeyUntil));
    }

    public void TellWith(string token, Vault vault) => TokenBox = token == "" ? [] : vault.Lock(token, TokenPurpose);

    public string TokenOf(Vault vault) => TokenBox.Length == 0 ? "" : vault.Unlock<string>(TokenBox, TokenPurpose);
}
