using CCHC.Portal.Storage;

namespace CCHC.Portal.Search;

/// <summary>What is shown first when somebody asks with these words, from one day to another; editors say so, and it falls away with the thing itself.</summary>
public sealed class PinnedAnswer : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>A question a line, with marks; another name of the same group of words asks the same.</summary>
    public required string Text { get; set; }

    /// <summary>The item that answers.</summary>
    public Guid ItemId { get; set; }

    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public Guid? ChangedBy { get; set; }
    public int Version { get; set; }

    public IEnumerable<string> Phrases => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsUp(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}
