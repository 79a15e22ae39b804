using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Readers;

/// <summary>How often a page was opened on one day in Viet Nam: a number and nothing about who opened it.</summary>
public sealed class ViewCount : ISiteOwned
{
    public Guid SiteId { get; set; }
    public DateOnly Day { get; init; }

    /// <summary>The item's id, or the address of a list.</summary>
    public required string Page { get; init; }

    public required string Culture { get; init; }
    public Guid? ItemId { get; init; }
    public int Views { get; init; }
}
