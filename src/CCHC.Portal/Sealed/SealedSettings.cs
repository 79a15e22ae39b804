using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Sealed;

/// <summary>Where the sealed store keeps its keys, when not with the others, and how long it keeps its cases.</summary>
public sealed record SealedSettings
{
    public string? KeyFolder { get; init; }

    /// <summary>Years from receipt until a case may be purged; our default, for the body to set.</summary>
    [Range(1, 100)] public int KeepYears { get; init; } = 5;
}
