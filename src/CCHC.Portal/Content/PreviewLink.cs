using System.Security.Cryptography;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>A way for somebody without an account to read one unpublished edition as it stood when the link was made, until a day, and not after it was revoked or the edition appeared.</summary>
public sealed class PreviewLink : ISiteOwned
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid EditionId { get; init; }

    /// <summary>The version that is shown, whatever is written after it.</summary>
    public Guid? RevisionId { get; init; }

    /// <summary>SHA-256 of the secret in the address; the secret itself is shown once and kept nowhere.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Whom it was made for.</summary>
    public string For { get; init; } = "";

    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset Until { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public int Opened { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }

    public bool IsOpenAt(DateTimeOffset now) => RevokedAt is null && now < Until;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
