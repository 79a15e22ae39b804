using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CCHC.Portal.Search;

/// <summary>Words that are already cut, handed to Lucene one by one.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly IEnumerator<string> _words;
    private readonly ICharTermAttribute _term;

    public WordStream(IEnumerable<string> words)
    {
        _words = words.GetEnumerator();
        _term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_words.MoveNext()) return false;

        _term.SetEmpty().Append(_words.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _words.Dispose();
        base.Dispose(disposing);
    }
}
