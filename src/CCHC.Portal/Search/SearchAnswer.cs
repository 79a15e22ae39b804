namespace CCHC.Portal.Search;

/// <summary>One page of what was found, how much there is in all, and how much there would be under each other choice of one filter.</summary>
public sealed record SearchAnswer(
    string Query, long Total, double TookMs, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets)
{
    /// <summary>What was looked for instead, when a word that was asked for stands nowhere.</summary>
    public string? Instead { get; init; }

    public IReadOnlyDictionary<string, int> Types => Of(Facet.Type);

    /// <summary>By value, under all filters but the one on this facet.</summary>
    public IReadOnlyDictionary<string, int> Of(string facet) => Facets.GetValueOrDefault(facet) ?? new Dictionary<string, int>();

    public static SearchAnswer Nothing(string query) => new(query, 0, 0, [], new Dictionary<string, IReadOnlyDictionary<string, int>>());
}
