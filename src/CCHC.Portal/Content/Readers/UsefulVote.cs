using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Readers;

/// <summary>One reader's word on whether a page helped: which page, which version, yes or not yet. Nothing of who it was.</summary>
public sealed class UsefulVote : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required ReadPage Page { get; init; }
    public bool IsUseful { get; init; }

    /// <summary>A keyed fingerprint of device, page and version: the same device counts once, and two pages cannot be laid together.</summary>
    public required string Device { get; init; }

    public DateOnly On { get; init; }
}
