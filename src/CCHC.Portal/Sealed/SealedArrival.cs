namespace CCHC.Portal.Sealed;

/// <summary>What came for the sealed store, before it is locked away.</summary>
public sealed record SealedArrival(Guid SiteId, string IdempotencyKey, string ReferenceCode, SealedContent Content)
{
    public byte[] SecretHash { get; init; } = [];
    public SealedSender Sender { get; init; } = SealedSender.Unknown;
    public IReadOnlyList<SealedPaper> Papers { get; init; } = [];
    public SealedAbout About { get; init; } = SealedAbout.Nobody;
}
