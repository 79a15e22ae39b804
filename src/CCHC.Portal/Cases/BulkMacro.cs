using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>What an officer does to many cases again and again, under a name of their own; it is looked at before it is done, like anything done to many.</summary>
public sealed class BulkMacro : ISiteOwned
{
    public const int LongestName = 80, MostOfAPerson = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PersonId { get; init; }
    public required string Name { get; init; }
    public string What { get; set; } = "";
    public Guid? OfficerId { get; set; }
    public string UnitCode { get; set; } = "";
    public string Text { get; set; } = "";
    public DateTimeOffset SavedAt { get; set; }
}
