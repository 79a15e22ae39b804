using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>Phrases that mean the same to a resident (sổ đỏ, giấy chứng nhận quyền sử dụng đất), and those that only ask (ở đâu, làm thế nào).</summary>
public sealed class Thesaurus
{
    private const int LongestPhrase = 10;

    private readonly Dictionary<string, List<(Word[] Words, WordGroup Group)>> phrases = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<PinnedAnswer>> pinned = new(StringComparer.Ordinal);

    public Thesaurus(IEnumerable<WordGroup> groups, IEnumerable<PinnedAnswer>? pins = null)
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
        foreach (var pin in pins ?? [])
        {
            foreach (var meant in pin.Phrases.Select(Meant).Where(meant => meant.Length > 0).Distinct())
            {
                pinned.TryAdd(meant, []);
                pinned[meant].Add(pin);
            }
        }
    }

    /// <summary>What editors want shown first for this question on a day, the newest of their words first.</summary>
    public IReadOnlyList<Guid> Pinned(string question, DateOnly day) =>
        pinned.Count > 0 && Meant(question) is { Length: > 0 } meant && pinned.TryGetValue(meant, out var pins)
            ? [.. pins.Where(pin => pin.IsUp(day)).OrderByDescending(pin => pin.ChangedAt).Select(pin => pin.ItemId).Distinct()] : [];

    /// <summary>Knows no word.</summary>
    public static Thesaurus Empty { get; } = new([]);

    public bool Knows(string folded) => phrases.ContainsKey(folded);

    // A question without what only asks in it, each phrase by one name of its group: who pins "sổ đỏ" pins "bìa đỏ ở đâu".
    private string Meant(string question)
    {
        var asked = new Asked(question, this);
        return string.Join(' ', asked.Parts.Where(part => !part.OnlyAsks).Select(part => part.Others.Select(Joined).Append(Joined(asked.Words.Skip(part.First).Take(part.Length))).Min(StringComparer.Ordinal)));
    }

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
                var others = known.SelectMany(one => one.Group.Phrases).Select(phrase => Search.Words.In(VietnameseText.CleanLine(phrase)).ToArray())
                    .Where(other => other.Length > 0 && Joined(other) != folded).DistinctBy(Joined).ToList();
                return new AskedPart(at, length, known.TrueForAll(one => one.Group.OnlyAsks), known.Exists(one => one.Group.OnlyAsks) ? [] : others);
            }
        }
        return null;
    }

    private static string Joined(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Folded));
}

/// <summary>A run of the words asked for, whether it only asks, and what else it may be called.</summary>
internal sealed record AskedPart(int First, int Length, bool OnlyAsks, IReadOnlyList<Word[]> Others);
