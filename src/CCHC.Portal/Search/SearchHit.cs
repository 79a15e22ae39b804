namespace CCHC.Portal.Search;

/// <summary>One thing found; its two HTML texts are encoded, with the words asked for in mark elements.</summary>
public sealed record SearchHit(
    string Key, string Title, string TitleHtml, string SnippetHtml, string Url, string Type, string Culture,
    DateTimeOffset Date, double Score, bool Sample)
{
    /// <summary>The page of a file on which the words stand.</summary>
    public int? Page { get; init; }
}
