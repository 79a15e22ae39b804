namespace CCHC.Portal.Search;

/// <summary>What a visitor asks for, in which language, and how the answer is narrowed.</summary>
public sealed record SearchQuery(
    string Text, string Culture, int Page = 1, int Size = 10, string? Type = null, string? Topic = null, int? Year = null)
{
    /// <summary>The words of the body that is asked.</summary>
    public Thesaurus Thesaurus { get; init; } = Thesaurus.Empty;

    /// <summary>Keys of things shown before all others, by source.</summary>
    public IReadOnlyList<(string Source, string Key)> Pinned { get; init; } = [];

    public string? Unit { get; init; }

    public string? Field { get; init; }

    /// <summary>The newest first, not the best.</summary>
    public bool Newest { get; init; }
}
