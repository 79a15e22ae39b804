using System.Collections.Concurrent;

namespace CCHC.Portal.Content.Readers;

/// <summary>Counts opened pages in this node's memory until they are written down.</summary>
public sealed class PageCounter
{
    private ConcurrentDictionary<OpenedPage, int> counts = new();

    public void Add(OpenedPage page, int times = 1) => counts.AddOrUpdate(page, times, (_, before) => before + times);

    /// <summary>Everything counted so far; counting begins anew.</summary>
    public IReadOnlyDictionary<OpenedPage, int> Take()
    {
        var taken = Interlocked.Exchange(ref counts, new());
        return taken.IsEmpty ? new Dictionary<OpenedPage, int>() : taken.ToDictionary();
    }
}

/// <summary>A page opened: on which day, by its address within the site and the language asked for.</summary>
public readonly record struct OpenedPage(Guid SiteId, DateOnly Day, string Culture, string Address);
