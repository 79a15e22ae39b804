using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CCHC.Portal.Search;

/// <summary>Words that are already cut, each handed to Lucene as often as its number says: how often a word stands in a document is where it stands.</summary>
internal sealed class WordStream : TokenStream
{
    [ThreadStatic] private static WordStream[]? streams;

    private readonly ICharTermAttribute _term;
    private IEnumerator<KeyValuePair<string, int>> _words = Enumerable.Empty<KeyValuePair<string, int>>().GetEnumerator();
    private int _left;

    private WordStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>The stream for one field of a document. It costs more to make than to read, so a thread makes one for each field and uses it for every document.</summary>
    public static WordStream For(int field, IEnumerable<KeyValuePair<string, int>> words)
    {
        streams ??= [new(), new(), new(), new()];
        (streams[field]._words, streams[field]._left) = (words.GetEnumerator(), 0);
        return streams[field];
    }

    public override void Reset()
    {
        ClearAttributes();
        base.Reset();
    }

    // The term is the only attribute that changes between two words: nothing else needs clearing.
    public override bool IncrementToken()
    {
        if (_left == 0)
        {
            if (!_words.MoveNext()) return false;
            _left = _words.Current.Value;
        }

        _left--;
        _term.SetEmpty().Append(_words.Current.Key);
        return true;
    }
}
