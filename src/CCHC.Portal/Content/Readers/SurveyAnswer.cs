using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Readers;

/// <summary>What one device chose for one question of a survey, in the Vietnamese words it was asked in. Nothing of who it was, nor when.</summary>
public sealed class SurveyAnswer : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid ItemId { get; init; }
    public required string Question { get; init; }
    public required string Choice { get; init; }

    /// <summary>A keyed fingerprint of device and survey: the same device counts once, and two surveys cannot be laid together.</summary>
    public required string Device { get; init; }
}
