namespace CCHC.Portal.Channels;

/// <summary>A little work asked of a sender's browser, signed so that we need not remember it; the JSON that ALTCHA 3 reads.</summary>
public sealed record Challenge(ChallengeParameters Parameters, string Signature);
