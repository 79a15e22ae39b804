using CCHC.Portal.Language;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>One line of the routing table: this kind in this field, at that place, with that tag, goes to that unit. Null and empty mean any.</summary>
public sealed class RoutingRule : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The table it is a line of; no line of a table that is in force is ever changed.</summary>
    public int TableNumber { get; init; } = 1;

    /// <summary>The first rule that fits wins.</summary>
    public int Order { get; init; }

    public FeedbackKind? Kind { get; init; }
    public FeedbackField? Field { get; init; }

    /// <summary>Words that the place named by the sender holds, with or without marks.</summary>
    public string Place { get; init; } = "";

    /// <summary>A tag of the case, such as Harassment.</summary>
    public string Tag { get; init; } = "";

    public required string UnitCode { get; init; }

    /// <summary>Units that help, by code, separated by spaces.</summary>
    public string Supporting { get; init; } = "";

    /// <summary>Who has it unless somebody else takes it; null: nobody.</summary>
    public Guid? OwnerId { get; init; }

    public string Note { get; init; } = "";

    public bool Fits(RoutingQuestion question) =>
        (Kind ?? question.Kind) == question.Kind && (Field ?? question.Field) == question.Field
        && (Tag == "" || question.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
        && (Place == "" || VietnameseText.Fold(question.Place).Contains(VietnameseText.Fold(Place), StringComparison.Ordinal));

    /// <summary>The same line in another table.</summary>
    public RoutingRule In(int table, int order) => new()
    {
        TableNumber = table,
        Order = order,
        Kind = Kind,
        Field = Field,
        Place = Place,
        Tag = Tag,
        UnitCode = UnitCode,
        Supporting = Supporting,
        OwnerId = OwnerId,
        Note = Note,
    };
}

/// <summary>What the table is asked: what a message is, about what, where, and how it was tagged.</summary>
public sealed record RoutingQuestion(FeedbackKind Kind, FeedbackField Field, string Place = "", IReadOnlyCollection<string>? Tagged = null)
{
    public IReadOnlyCollection<string> Tags => Tagged ?? [];
}
