using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>Which topics lie under which: what is filed under a child is also found under its parent, once (P2).</summary>
public sealed class TopicTree(IEnumerable<(string Key, string? Parent)> topics)
{
    private readonly ILookup<string, string> children = topics.Where(topic => !string.IsNullOrEmpty(topic.Parent)).ToLookup(topic => topic.Parent!, topic => topic.Key);

    /// <summary>A topic and everything under it; two that name one another do no harm.</summary>
    public IReadOnlyList<string> With(string key)
    {
        List<string> keys = [key];
        for (var at = 0; at < keys.Count; at++)
        {
            keys.AddRange(children[keys[at]].Except(keys));
        }
        return keys;
    }

    /// <summary>How many of these editions belong to each topic: each counted once, however many topics under it name it.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(IQueryable<Edition> editions, CancellationToken stop)
    {
        var counts = await editions.SelectMany(edition => edition.Topics).GroupBy(topic => topic.Topic).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        foreach (var parent in children.Select(same => same.Key))
        {
            if (await editions.About(With(parent)).CountAsync(stop) is > 0 and var count)
            {
                counts[parent] = count;
            }
        }
        return counts;
    }
}

public static class TopicQueries
{
    extension(PortalDb db)
    {
        public async Task<TopicTree> TopicTree(CancellationToken stop) =>
            new([.. (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Topic).Where(edition => edition.Culture == "vi").ToListAsync(stop)).Select(edition => (edition.Item!.Key, edition.As<Topic>().Parent))]);
    }
}
