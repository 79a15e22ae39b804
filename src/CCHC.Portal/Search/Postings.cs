using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CCHC.Portal.Search;

/// <summary>The documents of a segment that hold one term, read forwards, each with the number kept beside it.</summary>
internal sealed class Postings(DocsEnum docs, int count, bool saysWhere)
{
    private int doc = -1;

    public int Count => count;

    /// <summary>Where it stands.</summary>
    public int Doc => doc;

    /// <summary>Where in this document the term stands; 0 when the document does not hold it.</summary>
    public int At(int wanted)
    {
        if (doc < wanted) doc = docs.Advance(wanted);
        return doc != wanted ? 0 : saysWhere ? docs.Freq : SaidWords.Anywhere;
    }

    public void Next() => doc = docs.NextDoc();

    public const int End = DocIdSetIterator.NO_MORE_DOCS;
}

/// <summary>Opens the postings of a segment, each term once.</summary>
internal sealed class PostingsOf(AtomicReader segment)
{
    private readonly Dictionary<Term, Postings?> open = [];

    public Postings? this[Term? term]
    {
        get
        {
            if (term is null) return null;
            if (open.TryGetValue(term, out var known)) return known;
            return open[term] = Open(term);
        }
    }

    private Postings? Open(Term term)
    {
        if (segment.GetTerms(term.Field)?.GetEnumerator() is not { } terms || !terms.SeekExact(term.Bytes)) return null;
        return new Postings(terms.Docs(segment.LiveDocs, null, DocsFlags.FREQS), terms.DocFreq, term.Field is EntryDocument.Solo or EntryDocument.Pair);
    }
}
