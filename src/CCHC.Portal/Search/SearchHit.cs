namespace CCHC.Portal.Search;

/// <summary>One thing found; its two HTML texts are encoded, with the words asked for in mark elements.</summary>
public sealed record SearchHit(
    string Key, string Title, string TitleHtml, string SnippetHtml, string Url, string Type, string Culture,
    DateTimeOffset Date, double Score, bool Sample)
{
    internal const double PinnedPoints = 100_000;

    /// <summary>The page of a file on which the words stand.</summary>
    public int? Page { get; init; }

    /// <summary>Editors want it first for these words.</summary>
    public bool IsPinned => Score >= PinnedPoints;
}
