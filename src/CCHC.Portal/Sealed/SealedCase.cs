namespace CCHC.Portal.Sealed;

/// <summary>A suspected or declared denunciation. Everything it says is in the box; only named readers have the key's use.</summary>
public sealed class SealedCase
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; init; }
    public required string ReferenceCode { get; init; }
    public required string IdempotencyKey { get; init; }
    public required byte[] Box { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public List<SealedFile> Files { get; init; } = [];
}

/// <summary>A file that came with a sealed case, encrypted.</summary>
public sealed class SealedFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public required byte[] Box { get; init; }
}

/// <summary>That somebody opened a sealed case; kept as long as the case.</summary>
public sealed class SealedAccess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public string What { get; init; } = "";
}
