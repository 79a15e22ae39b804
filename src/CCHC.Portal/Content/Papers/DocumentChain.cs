using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Content.Papers;

/// <summary>Which document replaced, amended or repealed which: said on either of the two, true of both (P6).</summary>
public sealed class DocumentChain
{
    private readonly HashSet<(string Newer, DocumentTie Tie, string Older)> ties;
    private readonly ILookup<string, (string Newer, DocumentTie Tie, string Older)> byOlder, byNewer;

    public DocumentChain(IEnumerable<(string Key, LegalDocument Document)> documents)
    {
        ties = [.. documents.SelectMany(pair => pair.Document.Ties(pair.Key))];
        (byOlder, byNewer) = (ties.ToLookup(tie => tie.Older), ties.ToLookup(tie => tie.Newer));
    }

    /// <summary>The documents that did this to this one.</summary>
    public IReadOnlyList<string> Newer(string key, DocumentTie tie) => [.. byOlder[key].Where(one => one.Tie == tie).Select(one => one.Newer).Order(StringComparer.Ordinal)];

    /// <summary>The documents to which this one did this.</summary>
    public IReadOnlyList<string> Older(string key, DocumentTie tie) => [.. byNewer[key].Where(one => one.Tie == tie).Select(one => one.Older).Order(StringComparer.Ordinal)];

    /// <summary>Every document it is tied to, and what stands in its place today.</summary>
    public IReadOnlyList<string> Around(string key) => [.. byOlder[key].Select(tie => tie.Newer).Concat(byNewer[key].Select(tie => tie.Older)).Concat(InItsPlaceNow(key)).Distinct()];

    /// <summary>What stands in its place today: the last ones on the way of replacing; nothing when none took its place.</summary>
    public IReadOnlyList<string> InItsPlaceNow(string key)
    {
        var (seen, last, todo) = (new HashSet<string> { key }, new List<string>(), new Queue<string>(Newer(key, DocumentTie.Replaces)));
        while (todo.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }
            var newer = Newer(next, DocumentTie.Replaces);
            if (newer.Count == 0)
            {
                last.Add(next);
            }
            foreach (var one in newer)
            {
                todo.Enqueue(one);
            }
        }
        return last;
    }

    /// <summary>A way that leads from this document back to itself, as keys; null when there is none.</summary>
    public IReadOnlyList<string>? LoopThrough(string key)
    {
        var (cameFrom, todo) = (new Dictionary<string, string>(), new Queue<string>([key]));
        while (todo.TryDequeue(out var at))
        {
            foreach (var (newer, _, _) in byOlder[at])
            {
                if (newer == key)
                {
                    return Way(cameFrom, key, at);
                }
                if (cameFrom.TryAdd(newer, at))
                {
                    todo.Enqueue(newer);
                }
            }
        }
        return null;
    }

    private static List<string> Way(Dictionary<string, string> cameFrom, string key, string at)
    {
        List<string> way = [key];
        for (var step = at; step != key; step = cameFrom[step])
        {
            way.Insert(0, step);
        }
        way.Insert(0, key);
        return way;
    }
}
