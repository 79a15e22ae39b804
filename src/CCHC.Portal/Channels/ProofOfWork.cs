using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CCHC.Portal.Channels;

/// <summary>ALTCHA proof of work: a sender's browser computes a little, which a person does not notice and a flood does.</summary>
/// <remarks>Replays are known on the node that accepted the first; another node would accept one more.</remarks>
public sealed class ProofOfWork
{
    private const string Algorithm = "PBKDF2/SHA-256";
    private const int Cost = 5000;
    private const int KeyLength = 32;
    private const string KeyPrefix = "00";
    private const int LongestPayload = 4096;
    private const int MostRemembered = 100_000;   // some 20 MB when somebody floods us
    private const int ShortestSecret = 16;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(20);

    // The signature is over JSON as JavaScript writes it: nothing escaped that need not be.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 4,
    };

    private readonly byte[] _secret;
    private readonly TimeProvider _clock;
    private readonly SeenOnce _seen;

    public ProofOfWork(byte[] secret, TimeProvider clock)
    {
        if (secret.Length < ShortestSecret) throw new ArgumentException($"The secret needs {ShortestSecret} bytes or more.", nameof(secret));

        _secret = secret;
        _clock = clock;
        _seen = new SeenOnce(clock, Life, MostRemembered);
    }

    public string NewChallenge()
    {
        var parameters = new ChallengeParameters(Algorithm, Cost, (_clock.GetUtcNow() + Life).ToUnixTimeSeconds(), KeyLength, KeyPrefix,
            RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true));
        return JsonSerializer.Serialize(new Challenge(parameters, Sign(parameters)), Json);
    }

    public bool Accept(string? payload)
    {
        if (Read(payload) is not { } answer) return false;

        var (parameters, signature) = answer.Challenge;
        // In this order: nothing the sender chose is computed with before we know that we had chosen it.
        return IsSame(signature, Sign(parameters))
            && parameters.ExpiresAt >= _clock.GetUtcNow().ToUnixTimeSeconds()
            && IsSolved(parameters, answer.Solution)
            && _seen.Add(signature);
    }

    public static string Solve(string challengeJson)
    {
        var challenge = JsonSerializer.Deserialize<Challenge>(challengeJson, Json)!;
        for (uint counter = 0; ; counter++)
        {
            var key = DeriveKey(challenge.Parameters, counter);
            if (!key.StartsWith(challenge.Parameters.KeyPrefix, StringComparison.Ordinal)) continue;

            return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Answer(challenge, new Solution(counter, key)), Json));
        }
    }

    private static Answer? Read(string? payload)
    {
        if (string.IsNullOrEmpty(payload) || payload.Length > LongestPayload) return null;

        try
        {
            return JsonSerializer.Deserialize<Answer>(Convert.FromBase64String(payload), Json);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }

    private string Sign(ChallengeParameters parameters) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, JsonSerializer.SerializeToUtf8Bytes(parameters, Json)));

    private static bool IsSolved(ChallengeParameters parameters, Solution solution)
    {
        var key = DeriveKey(parameters, solution.Counter);
        return IsSame(solution.DerivedKey, key) && key.StartsWith(parameters.KeyPrefix, StringComparison.Ordinal);
    }

    private static string DeriveKey(ChallengeParameters parameters, uint counter)
    {
        var nonce = Convert.FromHexString(parameters.Nonce);
        var password = new byte[nonce.Length + sizeof(uint)];
        nonce.CopyTo(password, 0);
        BinaryPrimitives.WriteUInt32BigEndian(password.AsSpan(nonce.Length), counter);

        var salt = Convert.FromHexString(parameters.Salt);
        return Convert.ToHexStringLower(
            Rfc2898DeriveBytes.Pbkdf2(password, salt, parameters.Cost, HashAlgorithmName.SHA256, parameters.KeyLength));
    }

    private static bool IsSame(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));

    private sealed record Answer(Challenge Challenge, Solution Solution);

    private sealed record Solution(uint Counter, string DerivedKey);
}
