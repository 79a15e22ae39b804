using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>That a person has an edition's form open, so that the second one is warned before typing.</summary>
public sealed class EditorPresence : ISiteOwned
{
    /// <summary>How long somebody counts as present after the last sign of life. Without scripts that sign is opening the page.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public Guid SiteId { get; set; }
    public Guid EditionId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset SeenAt { get; set; }
}
