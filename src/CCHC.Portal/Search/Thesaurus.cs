using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>Phrases that mean the same to a resident (sổ đỏ, giấy chứng nhận quyền sử dụng đất), and those that only ask (ở đâu, làm thế nào).</summary>
public sealed class Thesaurus
{
    private const int LongestPhrase = 10;

    private readonly Dictionary<string, List<(Word[] Words, WordGroup Group)>> phrases = new(StringComparer.Ordinal);

    public Thesaurus(IEnumerable<WordGroup> groups)
    {
        foreach (var group in groups)
        {
            foreach (var words in group.Phrases.Select(phrase => Search.Words.In(VietnameseText.CleanLine(phrase)).ToArray()).Where(words => words.Length is > 0 and <= LongestPhrase))
            {
                var folded = Joined(words);
                phrases.TryAdd(folded, []);
                phrases[folded].Add((words, group));
            }
        }
    }

    /// <summary>Knows no word.</summary>
    public static Thesaurus Empty { get; } = new([]);

    /// <summary>What was asked, parted into the longest phrases known and single words.</summary>
    internal List<AskedPart> Parts(IReadOnlyList<Word> words)
    {
        var parts = new List<AskedPart>();
        for (var at = 0; at < words.Count; at += parts[^1].Length)
        {
            parts.Add(Longest(words, at) ?? new AskedPart(at, 1, false, []));
        }
        return parts;
    }

    private AskedPart? Longest(IReadOnlyList<Word> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
        {
            var typed = words.Skip(at).Take(length).ToArray();
            var folded = Joined(typed);
            // Who types marks means that word: đầu is not đâu.
            if (phrases.TryGetValue(folded, out var alike) && alike.FindAll(known => known.Words.Zip(typed).All(pair => !pair.Second.HasMarks || pair.First.Exact == pair.Second.Exact)) is { Count: > 0 } known)
            {
                var others = known.SelectMany(one => one.Group.Phrases).Select(phrase => Search.Words.In(VietnameseText.CleanLine(phrase)).Select(word => word.Folded).ToArray())
                    .Where(other => other.Length > 0 && string.Join(' ', other) != folded).DistinctBy(other => string.Join(' ', other)).ToList();
                return new AskedPart(at, length, known.TrueForAll(one => one.Group.OnlyAsks), known.Exists(one => one.Group.OnlyAsks) ? [] : others);
            }
        }
        return null;
    }

    private static string Joined(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Folded));
}

/// <summary>A run of the words asked for, whether it only asks, and what else it may be called.</summary>
internal sealed record AskedPart(int First, int Length, bool OnlyAsks, IReadOnlyList<string[]> Others);
