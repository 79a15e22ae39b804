using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>That somebody looked at a page and found it still right, and when. Rows are added, never changed.</summary>
public sealed class ItemCheck : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid ItemId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }
    public string Note { get; init; } = "";
}
