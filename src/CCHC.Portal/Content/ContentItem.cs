using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Content;

/// <summary>One thing the portal tells, for as long as it exists: the same item through all its editions and languages.</summary>
public sealed class ContentItem : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The content type's key.</summary>
    public required string Type { get; init; }

    /// <summary>A stable name within its type; documents and topics are named by it.</summary>
    public required string Key { get; init; }

    public string? OwnerUnit { get; set; }
    public DateOnly? CheckedOn { get; set; }

    /// <summary>After how many months its owner looks at it again; null: as usual for its type.</summary>
    public int? CheckEveryMonths { get; set; }

    /// <summary>Of what it was made, when somebody may take that back: it goes with it.</summary>
    public Guid? MadeFrom { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public List<Edition> Editions { get; init; } = [];

    /// <summary>Somebody looked at it today and it is still right; the returned line stays in its history.</summary>
    public ItemCheck Check(Guid by, string note, DateTimeOffset now)
    {
        CheckedOn = VietnamTime.Day(now);
        return new ItemCheck { ItemId = Id, PersonId = by, Note = note, At = now };
    }
}
