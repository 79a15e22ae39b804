namespace CCHC.Portal.Channels;

/// <summary>How much work, on what, and until when.</summary>
/// <remarks>In alphabetical order: ALTCHA signs the JSON with its keys sorted.</remarks>
public sealed record ChallengeParameters(
    string Algorithm, int Cost, long ExpiresAt, int KeyLength, string KeyPrefix, string Nonce, string Salt);
