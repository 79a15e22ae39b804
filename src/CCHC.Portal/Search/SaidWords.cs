using System.Runtime.InteropServices;

namespace CCHC.Portal.Search;

/// <summary>What an entry says, word by word and pair by pair, and where: in a name, in the lead, in the text.</summary>
internal sealed class SaidWords
{
    // Bits of the number that is kept with each word.
    public const int InText = 1, InLead = 2, InName = 4, Anywhere = InText | InLead | InName;

    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<(string Word, int Where)> words = [];
    private readonly Dictionary<long, int> pairs = [];
    private readonly HashSet<string> marked = new(StringComparer.Ordinal);

    public int Length { get; private set; }

    public IEnumerable<KeyValuePair<string, int>> Words => words.Select(said => KeyValuePair.Create(said.Word, said.Where));

    /// <summary>Neighbours: most words of Vietnamese are two syllables.</summary>
    public IEnumerable<KeyValuePair<string, int>> Pairs => pairs.Select(pair => KeyValuePair.Create(Pair(words[(int)(pair.Key >> 32)].Word, words[(int)pair.Key].Word), pair.Value));

    /// <summary>Words that have marks, as they are written.</summary>
    public IEnumerable<KeyValuePair<string, int>> Marked => marked.Select(word => KeyValuePair.Create(word, 1));

    public void Add(string text, int where = InText)
    {
        var before = -1;
        foreach (var word in Search.Words.In(text))
        {
            var index = Note(word.Folded, where);
            if (before >= 0) CollectionsMarshal.GetValueRefOrAddDefault(pairs, ((long)before << 32) | (uint)index, out _) |= where;
            if (word.HasMarks) marked.Add(word.Exact);

            before = index;
            Length += where == InText ? 1 : 0;
        }
    }

    public static string Pair(string first, string second) => string.Concat(first, " ", second);

    public static bool IsPairWith(string pair, string word) =>
        pair.Length > word.Length && (pair.StartsWith(word, StringComparison.Ordinal) && pair[word.Length] == ' ' || pair.EndsWith(word, StringComparison.Ordinal) && pair[^(word.Length + 1)] == ' ');

    private int Note(string word, int where)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(indexes, word, out var known);
        if (!known)
        {
            index = words.Count;
            words.Add((word, 0));
        }

        CollectionsMarshal.AsSpan(words)[index].Where |= where;
        return index;
    }
}
