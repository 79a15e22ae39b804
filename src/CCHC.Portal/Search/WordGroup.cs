using CCHC.Portal.Storage;

namespace CCHC.Portal.Search;

/// <summary>Phrases of one meaning in the search of a body, or phrases that only ask; its editors keep the list.</summary>
public sealed class WordGroup : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>A phrase a line, as it is written well.</summary>
    public required string Text { get; set; }

    /// <summary>The phrases are no matter of their own: what stands beside them is looked for.</summary>
    public bool OnlyAsks { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public Guid? ChangedBy { get; set; }
    public int Version { get; set; }

    public IEnumerable<string> Phrases => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
