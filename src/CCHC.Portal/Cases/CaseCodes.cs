using System.Security.Cryptography;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>
/// Makes the code a citizen reads aloud and the secret that opens the case. No character looks like another, and the last
/// one checks the rest: any single slip and any two characters that changed places are found, wherever they stand.
/// </summary>
public sealed class CaseCodes(Vault vault)
{
    // Without 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, U/V: safe on the telephone and on paper.
    private const string Letters = "34679ACDEFGHJKMNPRTWXY";
    private const int ReferenceLength = 8;
    private const int SecretLength = 16;   // fifteen drawn, one checks them: 22^15, some 66 bits

    // The next prime above the 22 letters: weights 1, 2, 3 … then differ from one another and from zero. Its 23rd value has
    // no letter; what would need it is drawn again.
    private const int Modulus = 23;

    /// <summary>A new reference code, PA-XXXX-XXXX. It opens nothing.</summary>
    public string NewReference()
    {
        while (true)
        {
            if (Checked(RandomNumberGenerator.GetString(Letters, ReferenceLength - 1)) is { } letters)
            {
                return $"PA-{letters[..4]}-{letters[4..]}";
            }
        }
    }

    /// <summary>The secret of the form with this key: asked again for the same form, the same secret.</summary>
    public string SecretFor(string idempotencyKey)
    {
        for (var turn = 0; ; turn++)
        {
            var number = new System.Numerics.BigInteger(vault.Fingerprint(turn == 0 ? idempotencyKey : $"{idempotencyKey}\n{turn}", "lookup-secret"), isUnsigned: true);
            var drawn = new char[SecretLength - 1];
            for (var i = 0; i < drawn.Length; i++)
            {
                number = System.Numerics.BigInteger.DivRem(number, Letters.Length, out var letter);
                drawn[i] = Letters[(int)letter];
            }
            if (Checked(new string(drawn)) is { } letters)
            {
                return $"{letters[..4]}-{letters[4..8]}-{letters[8..12]}-{letters[12..]}";
            }
        }
    }

    /// <summary>What is wrong with a reference code as it was typed, before anybody is asked for the case.</summary>
    public static CodeFault FaultOf(string typed)
    {
        var letters = Tidy(typed);
        return FaultOf(letters.StartsWith("PA", StringComparison.Ordinal) && letters.Length == ReferenceLength + 2 ? letters[2..] : letters, ReferenceLength);
    }

    /// <summary>What is wrong with a secret as it was typed.</summary>
    public static CodeFault FaultOfSecret(string typed) => FaultOf(Tidy(typed), SecretLength);

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

    private static CodeFault FaultOf(string letters, int length) =>
        letters.Length != length ? CodeFault.Length
        : letters.Any(letter => !Letters.Contains(letter)) ? CodeFault.Letter
        : Weighed(letters) % Modulus != 0 ? CodeFault.Slip
        : CodeFault.None;

    // The drawn letters with the one that checks them; null when that one has no letter.
    private static string? Checked(string drawn)
    {
        var wanted = (Modulus - (Weighed(drawn) % Modulus)) % Modulus;
        var last = Enumerable.Range(0, Modulus).First(value => value * (drawn.Length + 1) % Modulus == wanted);
        return last < Letters.Length ? drawn + Letters[last] : null;
    }

    private static int Weighed(string letters) => letters.Select((letter, place) => (place + 1) * Letters.IndexOf(letter)).Sum();
}

/// <summary>What can be seen of a mistyped code without looking anything up.</summary>
public enum CodeFault { None, Length, Letter, Slip }
