namespace CCHC.Portal.Web.Delivery;

/// <summary>Which properties somebody picked with expand or fields: properties[$all], properties[cover,topics[properties[short]]].</summary>
public sealed class Picks
{
    private const string Begins = "properties[", Everything = "$all";
    private const int Deepest = 5;

    private readonly Dictionary<string, Picks> named = new(StringComparer.OrdinalIgnoreCase);

    public static readonly Picks Nothing = new();
    public static readonly Picks All = Whole();

    public bool Has(string alias) => named.ContainsKey(alias) || named.ContainsKey(Everything);

    /// <summary>How many levels it goes down.</summary>
    public int Depth => named.Count == 0 ? 0 : 1 + named.Values.Max(inner => inner.Depth);

    /// <summary>What was picked within a property; nothing said is what this word means by default.</summary>
    public Picks Within(string alias, Picks unsaid) =>
        (named.GetValueOrDefault(alias) ?? named.GetValueOrDefault(Everything)) is { named.Count: > 0 } inner ? inner : unsaid;

    /// <summary>Null when it cannot be read.</summary>
    public static Picks? Of(string? text, Picks unsaid)
    {
        if (string.IsNullOrEmpty(text))
        {
            return unsaid;
        }
        var at = 0;
        return Read(text, ref at, 1) is { } picks && at == text.Length ? picks : null;
    }

    private static Picks? Read(string text, ref int at, int depth)
    {
        if (depth > Deepest || !text.AsSpan(at).StartsWith(Begins, StringComparison.Ordinal))
        {
            return null;
        }
        at += Begins.Length;
        var picks = new Picks();
        while (true)
        {
            var from = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '$' or '_' or '-'))
            {
                at++;
            }
            if (at == from || at == text.Length)
            {
                return null;
            }
            var (alias, inner) = (text[from..at], new Picks());
            if (text[at] == '[')
            {
                at++;
                if (Read(text, ref at, depth + 1) is not { } read || at >= text.Length || text[at++] != ']')
                {
                    return null;
                }
                inner = read;
            }
            picks.named[alias] = inner;
            if (at >= text.Length || text[at] is not (',' or ']'))
            {
                return null;
            }
            if (text[at++] == ']')
            {
                return picks;
            }
        }
    }

    private static Picks Whole()
    {
        var all = new Picks();
        all.named[Everything] = new Picks();
        return all;
    }
}
