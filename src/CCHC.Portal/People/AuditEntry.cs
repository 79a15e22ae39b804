using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CCHC.Portal.Storage;

namespace CCHC.Portal.People;

/// <summary>Who did or looked at what, and when. Rows are added, never changed; only what one was done to may be left out, when it is kept here no more.</summary>
public sealed class AuditEntry : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public DateTimeOffset At { get; init; }
    public Guid? PersonId { get; init; }
    public required string What { get; init; }

    /// <summary>The thing it was done to: a reference code or an item's key, never a name.</summary>
    public string Subject { get; init; } = "";

    public string Detail { get; init; } = "";

    /// <summary>The place in the site's chain; given within a minute or so.</summary>
    public long? Number { get; private set; }

    /// <summary>The fingerprint of <see cref="Subject"/>, which the chain answers for also when the subject is left out.</summary>
    public string? SubjectPrint { get; private set; }

    /// <summary>The fingerprint over this entry and the one before, made with the portal's key.</summary>
    public string? Hash { get; private set; }

    /// <summary>Puts it behind the entry with that number and fingerprint.</summary>
    public void Chain(long before, string hash, byte[] key)
    {
        (Number, SubjectPrint) = (before + 1, PrintOfSubject(key));
        Hash = HashAfter(hash, key);
    }

    /// <summary>Whether it stands as it was written behind an entry with this fingerprint.</summary>
    public bool Follows(string hash, byte[] key) => Hash == HashAfter(hash, key) && (Subject == "" || SubjectPrint == PrintOfSubject(key));

    private string PrintOfSubject(byte[] key) => Print(key, Id, Subject);

    private string HashAfter(string hash, byte[] key) =>
        Print(key, SiteId, Number, Id, At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture), PersonId, What, SubjectPrint, Detail, hash);

    private static string Print(byte[] key, params object?[] parts) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
}
