using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>One line of the routing table: this kind in this field goes to that unit. Null means any.</summary>
public sealed class RoutingRule : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The first rule that fits wins.</summary>
    public int Order { get; init; }

    public FeedbackKind? Kind { get; init; }
    public FeedbackField? Field { get; init; }
    public required string UnitCode { get; init; }

    /// <summary>Units that help, by code, separated by spaces.</summary>
    public string Supporting { get; init; } = "";

    public string Note { get; init; } = "";

    public bool Fits(FeedbackKind kind, FeedbackField field) => (Kind ?? kind) == kind && (Field ?? field) == field;
}
