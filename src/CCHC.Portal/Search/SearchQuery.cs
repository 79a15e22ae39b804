namespace CCHC.Portal.Search;

/// <summary>What a visitor asks for, in which language, and how the answer is narrowed.</summary>
public sealed record SearchQuery(
    string Text, string Culture, int Page = 1, int Size = 10, string? Type = null, string? Topic = null, int? Year = null)
{
    /// <summary>The words of the body that is asked.</summary>
    public Thesaurus Thesaurus { get; init; } = Thesaurus.Empty;
}
