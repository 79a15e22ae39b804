using CCHC.Portal.Storage;

namespace CCHC.Portal.Search;

/// <summary>That something findable changed. Appended with the change itself; every node reads on from where it was.</summary>
public sealed class IndexChange : ISiteOwned
{
    public long Sequence { get; init; }
    public Guid SiteId { get; set; }

    /// <summary>The name of the search source it belongs to.</summary>
    public required string Source { get; init; }

    public required string Key { get; init; }
    public DateTimeOffset At { get; init; }
}
