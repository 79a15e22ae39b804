using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>That a person agreed to an edition, at which stage of which round. Never changed, never deleted.</summary>
public sealed class Approval : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid EditionId { get; init; }
    public int Round { get; init; }
    public int Stage { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
}
