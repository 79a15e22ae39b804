namespace CCHC.Portal.Content.Readers;

/// <summary>A page as its reader had it before them: the item with its version and language, or a list by its address.</summary>
public sealed record ReadPage
{
    /// <summary>The item's id, or the address of a list: what counts and votes are gathered by.</summary>
    public required string Key { get; init; }

    public Guid? ItemId { get; init; }

    /// <summary>The edition's number; 0 for a list.</summary>
    public int Number { get; init; }

    public required string Culture { get; init; }

    public static ReadPage Of(Edition edition) => new() { Key = KeyOf(edition.ItemId), ItemId = edition.ItemId, Number = edition.Number, Culture = edition.Culture };

    public static ReadPage OfList(string address, string culture) => new() { Key = address, Culture = culture };

    public static string KeyOf(Guid item) => item.ToString("n");
}
