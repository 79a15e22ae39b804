using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>One version of the routing table: who made it, when, why, and from when it decides.</summary>
public sealed class RoutingTable : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>Counted from one; the highest whose hour has come decides.</summary>
    public int Number { get; init; }

    public DateTimeOffset EffectiveFrom { get; init; }
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Null: the seeds.</summary>
    public Guid? MadeBy { get; init; }

    public string Why { get; init; } = "";

    /// <summary>The intake officer who holds the queue of what no line fits; null: nobody by name.</summary>
    public Guid? UnmatchedOwnerId { get; set; }
}
