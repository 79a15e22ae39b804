using System.Security.Cryptography;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Makes the code a citizen reads aloud and the secret that opens the case; no character looks like another.</summary>
public sealed class CaseCodes(Vault vault)
{
    // Without 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, U/V: safe on the telephone and on paper.
    private const string Letters = "34679ACDEFGHJKMNPRTWXY";
    private const int SecretLength = 16;   // 22^16 ≈ 71 bits

    /// <summary>A new reference code, PA-XXXX-XXXX. It opens nothing.</summary>
    public string NewReference()
    {
        var letters = RandomNumberGenerator.GetString(Letters, 8);
        return $"PA-{letters[..4]}-{letters[4..]}";
    }

    /// <summary>The secret of the form with this key: asked again for the same form, the same secret.</summary>
    public string SecretFor(string idempotencyKey)
    {
        var digest = vault.Fingerprint(idempotencyKey, "lookup-secret");
        var number = new System.Numerics.BigInteger(digest, isUnsigned: true);
        Span<char> letters = stackalloc char[SecretLength];
        for (var i = 0; i < SecretLength; i++)
        {
            number = System.Numerics.BigInteger.DivRem(number, Letters.Length, out var letter);
            letters[i] = Letters[(int)letter];
        }
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..12]}-{letters[12..]}";
    }

    public byte[] HashOf(string secret) => vault.Fingerprint(Tidy(secret), "lookup-hash");

    /// <summary>Whether this secret opens what has that hash; as slow for a wrong one as for the right one.</summary>
    public bool Opens(string secret, byte[]? hash) =>
        CryptographicOperations.FixedTimeEquals(HashOf(secret), hash ?? new byte[32]) && hash is not null;

    /// <summary>As typed by hand: lower case, blanks and missing hyphens are forgiven.</summary>
    public static string Tidy(string typed) =>
        string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    public static string TidyReference(string typed)
    {
        var letters = Tidy(typed);
        letters = letters.StartsWith("PA", StringComparison.Ordinal) && letters.Length == 10 ? letters[2..] : letters;
        return letters.Length == 8 ? $"PA-{letters[..4]}-{letters[4..]}" : "";
    }
}
