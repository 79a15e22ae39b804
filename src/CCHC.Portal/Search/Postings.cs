using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CCHC.Portal.Search;

/// <summary>The documents of a segment that hold one term, read forwards, each with the number kept beside it.</summary>
internal sealed class Postings(Term term, DocsEnum docs, int count)
{
    private readonly bool saysWhere = term.Field is EntryDocument.Solo or EntryDocument.Pair;
    private int doc = -1;

    public Term Term => term;

    public int Count => count;

    /// <summary>Wherever these neighbours stand, that word stands too.</summary>
    public bool IsPairWith(Postings word) => term.Field == EntryDocument.Pair && word.Term.Field == EntryDocument.Solo && SaidWords.IsPairWith(term.Text, word.Term.Text);

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
internal sealed class PostingsOf(AtomicReaderContext segment, KnownTerms terms)
{
    private readonly Dictionary<Term, Postings?> open = [];

    public Postings? this[Term? term]
    {
        get
        {
            if (term is null) return null;
            return open.TryGetValue(term, out var known) ? known : open[term] = terms.In(segment, term);
        }
    }
}
