using Lucene.Net.Index;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>Goes through the index once for a question: which documents say enough of it, how well, and how many there are under each filter.</summary>
internal sealed class Finder
{
    private readonly SearchQuery query;
    private readonly Facet[] facets;
    private readonly PriorityQueue<Found, Found> best = new();

    /// <summary>Keeps the best, as many as asked for.</summary>
    public Finder(Wanted wanted, SearchQuery query, int today, double enough, int most)
    {
        this.query = query;
        facets =
        [
            new(Facet.Type, query.Type), new(Facet.Topic, query.Topic), new(Facet.Field, query.Field), new(Facet.Unit, query.Unit),
            new(Facet.Year, query.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        foreach (var leaf in wanted.Terms.Index.Leaves)
        {
            var values = SegmentValues.Of(leaf.AtomicReader);
            var culture = Array.IndexOf(values.Cultures.Words, query.Culture);
            if (culture < 0) continue;
            foreach (var facet in facets) facet.Enter(values);
            Find(new Segment(leaf, values, wanted, query.Pinned, culture, wanted.Mass * enough, today), leaf.DocBase, most);
            foreach (var facet in facets) facet.Leave();
        }

        Best = new Found[best.Count];
        for (var last = Best.Length - 1; last >= 0; last--) Best[last] = best.Dequeue();
    }

    /// <summary>The best of them first.</summary>
    public Found[] Best { get; }

    public int Total { get; private set; }

    /// <summary>How many there are whatever they are.</summary>
    public int OfAllTypes => facets[0].Counts.Values.Sum();

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts => facets.ToDictionary(facet => facet.Name, facet => facet.Counts);

    private void Find(Segment segment, int docBase, int most)
    {
        while (segment.Next())
        {
            if (!Counted(segment.Doc)) continue;

            Total++;
            var found = new Found(docBase + segment.Doc, segment.Score, query.Newest ? segment.Day : 0);
            if (best.Count < most) best.Enqueue(found, found);
            else if (best.Count > 0 && found.CompareTo(best.Peek()) > 0) best.EnqueueDequeue(found, found);
        }
    }

    // What one filter alone leaves out counts for that filter: so much would there be under its other choices.
    private bool Counted(int doc)
    {
        Facet? against = null;
        foreach (var facet in facets)
        {
            if (facet.Passes(doc)) continue;
            if (against is not null) return false;
            against = facet;
        }

        if (against is not null) against.Count(doc);
        else foreach (var facet in facets) facet.Count(doc);
        return against is null;
    }
}

/// <summary>A document found; the better one is the greater.</summary>
internal readonly record struct Found(int Doc, double Score, long Day) : IComparable<Found>
{
    public int CompareTo(Found other) =>
        Day != other.Day ? Day.CompareTo(other.Day) : Score != other.Score ? Score.CompareTo(other.Score) : other.Doc.CompareTo(Doc);
}
