namespace CCHC.Portal.Sealed;

/// <summary>Where the sealed store keeps its key, when not with the others.</summary>
public sealed record SealedSettings
{
    public string? KeyFolder { get; init; }
}
