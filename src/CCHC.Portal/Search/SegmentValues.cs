using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CCHC.Portal.Search;

/// <summary>What is asked of every document that is found (language, day, measure, values of the filters), read from the disk once for each segment.</summary>
internal sealed class SegmentValues
{
    private static readonly string[] Facets = [Facet.Type, Facet.Topic, Facet.Field, Facet.Unit, Facet.Year];
    private static readonly ConditionalWeakTable<object, SegmentValues> Read = [];

    private readonly Dictionary<string, FacetValues> facets;

    private SegmentValues(AtomicReader segment)
    {
        facets = Facets.ToDictionary(name => name, name => new FacetValues(segment, name));
        Days = Numbers(segment, EntryDocument.Day);
        Measures = Numbers(segment, EntryDocument.Measure);
        Cultures = new FacetValues(segment, EntryDocument.Culture);
    }

    public long[] Days { get; }

    public long[] Measures { get; }

    public FacetValues Cultures { get; }

    /// <summary>Segments never change; what is deleted from one is not asked for.</summary>
    public static SegmentValues Of(AtomicReader segment) => Read.GetValue(segment.CoreCacheKey, _ => new SegmentValues(segment));

    public FacetValues this[string facet] => facets[facet];

    private static long[] Numbers(AtomicReader segment, string field)
    {
        var numbers = new long[segment.MaxDoc];
        if (segment.GetNumericDocValues(field) is { } values)
            for (var doc = 0; doc < numbers.Length; doc++) numbers[doc] = values.Get(doc);

        return numbers;
    }
}

/// <summary>The values of one filter in one segment: their words, and which of them each document has.</summary>
internal sealed class FacetValues
{
    private readonly int[] first;
    private readonly List<int> all = [];

    public FacetValues(AtomicReader segment, string field)
    {
        first = new int[segment.MaxDoc + 1];
        if (segment.GetSortedSetDocValues(field) is not { } values) return;

        var said = new BytesRef();
        Words = new string[values.ValueCount];
        for (var value = 0; value < Words.Length; value++)
        {
            values.LookupOrd(value, said);
            Words[value] = said.Utf8ToString();
        }

        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd()) all.Add((int)value);
            first[doc + 1] = all.Count;
        }
    }

    public string[] Words { get; } = [];

    public ReadOnlySpan<int> Of(int doc) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)[first[doc]..first[doc + 1]];
}
