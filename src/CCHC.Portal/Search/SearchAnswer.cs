namespace CCHC.Portal.Search;

/// <summary>One page of what was found, how much there is in all, and how much of each type whatever type was asked for.</summary>
public sealed record SearchAnswer(
    string Query, long Total, double TookMs, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, int> Types)
{
    /// <summary>What was looked for instead, when a word that was asked for stands nowhere.</summary>
    public string? Instead { get; init; }
}
