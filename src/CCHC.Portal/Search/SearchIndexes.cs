using System.Collections.Concurrent;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Search;

/// <summary>This node's indexes, one for each site, opened when first asked for.</summary>
public sealed class SearchIndexes(StorageSettings storage) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Lazy<SearchIndex>> open = new();

    public SearchIndex Of(Guid siteId) =>
        open.GetOrAdd(siteId, id => new Lazy<SearchIndex>(() => new SearchIndex(storage.Under("search", id.ToString("n"))))).Value;

    public void Dispose()
    {
        foreach (var index in open.Values.Where(index => index.IsValueCreated))
        {
            index.Value.Dispose();
        }
    }
}
