using System.Globalization;
using CCHC.Portal.Language;

namespace CCHC.Portal.Web.Delivery;

/// <summary>What is asked of the tree: where (fetch), which (filter), in which order (sort). A word it does not know is refused in Umbraco's own words.</summary>
public sealed class TreeQuery
{
    private readonly List<Func<Node, bool>> filters = [];
    private readonly List<(Func<Node, object> By, bool Down)> orders = [];
    private string? selector, origin;

    public (string Title, string Detail)? Problem { get; private set; }

    public static TreeQuery Of(string? fetch, IEnumerable<string?> filter, IEnumerable<string?> sort)
    {
        var query = new TreeQuery();
        if (!string.IsNullOrEmpty(fetch))
        {
            query.Fetch(fetch);
        }
        foreach (var one in filter.OfType<string>())
        {
            query.Filter(one);
        }
        foreach (var one in sort.OfType<string>())
        {
            query.Sort(one);
        }
        return query;
    }

    public IReadOnlyList<Node> On(IReadOnlyList<Node> tree)
    {
        var found = Selected(tree).Where(node => filters.TrueForAll(holds => holds(node)));
        foreach (var (by, down) in Enumerable.Reverse(orders))   // each keeps the order of the one after it
        {
            found = down ? found.OrderByDescending(by) : found.OrderBy(by);
        }
        return [.. found];
    }

    private IEnumerable<Node> Selected(IReadOnlyList<Node> tree)
    {
        if (selector is null)
        {
            return tree;
        }
        var path = "/" + origin!.Trim('/') + (origin.Trim('/') == "" ? "" : "/");
        if (tree.FirstOrDefault(node => Guid.TryParse(origin, out var id) ? node.Id == id : node.Path.Equals(path, StringComparison.OrdinalIgnoreCase)) is not { } of)
        {
            return [];
        }
        return selector switch
        {
            "children" => tree.Where(node => node.Parent == of.Id),
            "descendants" => tree.Where(node => node.Parent == of.Id || (of.Level == 1 && node.Level > 1)),
            _ => tree.Where(node => node.Level < of.Level && (node.Id == of.Parent || node.Level == 1)),
        };
    }

    private void Fetch(string fetch)
    {
        var parts = fetch.Split(':', 2);
        if (parts.Length != 2 || parts[0].ToLowerInvariant() is not ("ancestors" or "children" or "descendants"))
        {
            Problem ??= ("Selector option not found", "The attempted 'fetch' option does not exist");
            return;
        }
        (selector, origin) = (parts[0].ToLowerInvariant(), parts[1].Trim());
    }

    private void Filter(string filter)
    {
        var holds = Words(filter, "contentType:", (node, value) => node.Type.Equals(value, StringComparison.OrdinalIgnoreCase))
            ?? Words(filter, "name:", (node, value) => VietnameseText.Fold(value).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => VietnameseText.Fold(node.Name).Contains(word, StringComparison.Ordinal)))
            ?? Date(filter, "createDate", node => node.Created) ?? Date(filter, "updateDate", node => node.Updated);
        if (holds is null)
        {
            Problem ??= ("Filter option not found", "One of the attempted 'filter' options does not exist");
            return;
        }
        filters.Add(holds);
    }

    private static Func<Node, bool>? Words(string filter, string name, Func<Node, string, bool> matches)
    {
        if (!filter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var wanted = filter[name.Length..];
        var not = wanted.StartsWith('!');
        var values = wanted.TrimStart('!').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return node => values.Any(value => matches(node, value)) != not;
    }

    private static Func<Node, bool>? Date(string filter, string name, Func<Node, DateTimeOffset> of)
    {
        if (!filter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var sign = new[] { ">:", "<:", ">", "<" }.FirstOrDefault(sign => filter.AsSpan(name.Length).StartsWith(sign));
        return sign is null || !DateTimeOffset.TryParse(filter.AsSpan(name.Length + sign.Length), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? null : sign switch
        {
            ">:" => node => of(node) >= day,
            "<:" => node => of(node) <= day,
            ">" => node => of(node) > day,
            _ => node => of(node) < day,
        };
    }

    private void Sort(string sort)
    {
        var parts = sort.Split(':', 2);
        Func<Node, object>? by = parts[0].ToLowerInvariant() switch
        {
            "createdate" => node => node.Created,
            "updatedate" => node => node.Updated,
            "name" => node => VietnameseText.Fold(node.Name),
            "level" => node => node.Level,
            "sortorder" => node => node.Order,
            _ => null,
        };
        if (by is null || parts.Length != 2 || parts[1].ToLowerInvariant() is not ("asc" or "desc"))
        {
            Problem ??= ("Sort option not found", "One of the attempted 'sort' options does not exist");
            return;
        }
        orders.Add((by, parts[1].Equals("desc", StringComparison.OrdinalIgnoreCase)));
    }
}
