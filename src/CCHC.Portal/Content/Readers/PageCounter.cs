using System.Collections.Concurrent;

namespace CCHC.Portal.Content.Readers;

/// <summary>Counts opened pages and searches in this node's memory until they are written down.</summary>
public sealed class PageCounter
{
    // A flood of invented words must not fill the memory; what real people miss comes back.
    private const int MostWords = 500;

    private ConcurrentDictionary<OpenedPage, int> counts = new();
    private ConcurrentDictionary<SoughtWords, int> sought = new();

    public void Add(OpenedPage page, int times = 1) => counts.AddOrUpdate(page, times, (_, before) => before + times);

    /// <summary>Words that were looked for.</summary>
    public void Add(SoughtWords words)
    {
        if (sought.Count < MostWords || sought.ContainsKey(words))
        {
            sought.AddOrUpdate(words, 1, (_, before) => before + 1);
        }
    }

    /// <summary>Everything counted so far; counting begins anew.</summary>
    public IReadOnlyDictionary<OpenedPage, int> Take() => Emptied(ref counts);

    public IReadOnlyDictionary<SoughtWords, int> TakeSought() => Emptied(ref sought);

    private static IReadOnlyDictionary<T, int> Emptied<T>(ref ConcurrentDictionary<T, int> counts) where T : notnull
    {
        var taken = Interlocked.Exchange(ref counts, new());
        return taken.IsEmpty ? new Dictionary<T, int>() : taken.ToDictionary();
    }
}

/// <summary>A page opened: on which day, by its address within the site and the language asked for.</summary>
public readonly record struct OpenedPage(Guid SiteId, DateOnly Day, string Culture, string Address);

/// <summary>Words looked for, found or in vain, as <see cref="SearchTally.Keepable"/> lets them be kept.</summary>
public readonly record struct SoughtWords(Guid SiteId, DateOnly Day, string Culture, string Words, bool Found = false);
