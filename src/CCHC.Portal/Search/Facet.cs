namespace CCHC.Portal.Search;

/// <summary>One way to narrow an answer, the value that is wanted, and how often each value was met.</summary>
public sealed class Facet(string name, string? wanted)
{
    public const string Type = "type", Topic = "topic", Field = "field", Unit = "unit", Year = "year";

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private FacetValues? values;
    private int[] met = [];
    private int wantedHere;

    public string Name => name;

    public IReadOnlyDictionary<string, int> Counts => counts;

    internal void Enter(SegmentValues segment)
    {
        values = segment[name];
        met = new int[values.Words.Length];
        wantedHere = wanted is null ? -1 : Array.IndexOf(values.Words, wanted);
    }

    internal bool Passes(int doc) => wanted is null || (wantedHere >= 0 && values!.Of(doc).Contains(wantedHere));

    internal void Count(int doc)
    {
        foreach (var value in values!.Of(doc)) met[value]++;
    }

    internal void Leave()
    {
        for (var value = 0; value < met.Length; value++)
            if (met[value] > 0) counts[values!.Words[value]] = counts.GetValueOrDefault(values.Words[value]) + met[value];
    }
}
