using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>That an edition is about a topic.</summary>
public sealed class EditionTopic : ISiteOwned
{
    public Guid EditionId { get; init; }
    public required string Topic { get; init; }
    public Guid SiteId { get; set; }
}
