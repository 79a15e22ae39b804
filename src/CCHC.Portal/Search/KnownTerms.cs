using Lucene.Net.Index;

namespace CCHC.Portal.Search;

/// <summary>The terms a question asks for, each looked up once in every segment, however often it is asked about.</summary>
internal sealed class KnownTerms(IndexReader index)
{
    private readonly Dictionary<Term, KnownTerm> known = [];
    private readonly Dictionary<string, TermsEnum?[]> cursors = new(StringComparer.Ordinal);

    public IndexReader Index => index;

    /// <summary>In how many documents it stands.</summary>
    public int CountOf(Term term) => this[term].Count;

    /// <summary>The documents of a segment that hold it; null when none does.</summary>
    public Postings? In(AtomicReaderContext segment, Term term)
    {
        if (this[term].Places[segment.Ord] is not { } place) return null;

        var cursor = Cursors(term.Field)[segment.Ord]!;
        cursor.SeekExact(term.Bytes, place);
        return new Postings(term, cursor.Docs(segment.AtomicReader.LiveDocs, null, DocsFlags.FREQS), cursor.DocFreq);
    }

    private KnownTerm this[Term term] => known.TryGetValue(term, out var one) ? one : known[term] = Sought(term);

    private KnownTerm Sought(Term term)
    {
        var (count, places, inField) = (0, new TermState?[index.Leaves.Count], Cursors(term.Field));
        for (var segment = 0; segment < places.Length; segment++)
        {
            if (inField[segment] is not { } cursor || !cursor.SeekExact(term.Bytes)) continue;
            places[segment] = cursor.GetTermState();
            count += cursor.DocFreq;
        }

        return new KnownTerm(count, places);
    }

    private TermsEnum?[] Cursors(string field) =>
        cursors.TryGetValue(field, out var here) ? here : cursors[field] = [.. index.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)?.GetEnumerator())];

    private readonly record struct KnownTerm(int Count, TermState?[] Places);
}
