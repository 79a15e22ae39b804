namespace CCHC.Portal.Search;

/// <summary>Who on this node wants to know that a site's findable content changed: the page cache does.</summary>
public sealed class IndexWatchers
{
    private readonly List<Func<Guid, CancellationToken, Task>> told = [];

    public void Tell(Func<Guid, CancellationToken, Task> watcher) => told.Add(watcher);

    public async Task Changed(Guid siteId, CancellationToken stop)
    {
        foreach (var watcher in told)
        {
            await watcher(siteId, stop);
        }
    }
}
