using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CCHC.Portal.Search;

/// <summary>Counts what is found by type.</summary>
internal sealed class TypeCounter : ICollector
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly BytesRef _bytes = new();
    private SortedDocValues? _types;

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public bool AcceptsDocsOutOfOrder => true;

    public void Collect(int doc)
    {
        if (_types is null) return;

        _types.Get(doc, _bytes);
        var type = _bytes.Utf8ToString();
        _counts[type] = _counts.GetValueOrDefault(type) + 1;
    }

    public void SetNextReader(AtomicReaderContext context) => _types = context.AtomicReader.GetSortedDocValues(EntryDocument.TypeCount);

    public void SetScorer(Scorer scorer)
    {
    }
}
