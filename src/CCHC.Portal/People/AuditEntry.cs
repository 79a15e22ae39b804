using CCHC.Portal.Storage;

namespace CCHC.Portal.People;

/// <summary>Who did or looked at what, and when. Rows are added, never changed.</summary>
public sealed class AuditEntry : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public DateTimeOffset At { get; init; }
    public Guid? PersonId { get; init; }
    public required string What { get; init; }

    /// <summary>The thing it was done to: a reference code or an item's key, never a name.</summary>
    public string Subject { get; init; } = "";

    public string Detail { get; init; } = "";
}
