namespace CCHC.Portal.Search;

/// <summary>A business that has something to be found, asked for one site at a time: an index holds one site.</summary>
public interface ISearchSource
{
    string Name { get; }

    IAsyncEnumerable<SearchEntry> All(Guid siteId, CancellationToken stop);

    /// <summary>Null takes it out of the index.</summary>
    Task<SearchEntry?> One(Guid siteId, string key, CancellationToken stop);
}
