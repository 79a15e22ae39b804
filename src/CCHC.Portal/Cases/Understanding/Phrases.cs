using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>Finds the phrases of a lexicon in a text, whatever was done to their marks (~ forgives more, ^ wants them all); in time that grows only with the text.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, int> syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> steps = [];
    private readonly List<List<Phrase>?> ends = [null];

    public Phrases(IEnumerable<(int Cue, string Phrase)> lines)
    {
        foreach (var (cue, line) in lines)
        {
            foreach (var text in WithNumbers(line.Trim('~', '^', ' ')))
            {
                Keep(cue, text, line.EndsWith('~'), line.StartsWith('^'));
            }
        }
    }

    public List<Hit> In(IReadOnlyList<TypedWord> words)
    {
        var hits = new List<Hit>();
        var ids = new int[words.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = syllables.GetValueOrDefault(char.IsAsciiDigit(words[at].Plain[0]) ? "0" : words[at].Plain, -1);
        }
        for (var first = 0; first < ids.Length; first++)
        {
            var node = 0;
            for (var last = first; last < ids.Length && ids[last] >= 0 && steps.TryGetValue(Step(node, ids[last]), out node); last++)
            {
                foreach (var phrase in ends[node] ?? [])
                {
                    if (phrase.Fits(words, first) is var weight and > 0)
                    {
                        hits.Add(new Hit(phrase.Cue, first, last, phrase.Text, weight));
                    }
                }
            }
        }
        return hits;
    }

    // N stands for a sum as people say it: five million, half a million, a few.
    private static IEnumerable<string> WithNumbers(string line) =>
        line.Split(' ').Contains("N") ? Sums.Select(sum => string.Join(' ', line.Split(' ').Select(word => word == "N" ? sum : word))) : [line];

    private static readonly string[] Sums = ["0", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mấy", "vài", "mươi", "chục", "trăm", "0 trăm", "hai trăm", "ba trăm", "năm trăm", "mấy trăm", "mười lăm", "hai mươi", "ba mươi", "năm mươi", "một trăm"];

    private void Keep(int cue, string text, bool forgiving, bool strict)
    {
        var words = TypedWords.ReadWellWritten(text);
        var node = 0;
        foreach (var word in words)
        {
            var id = syllables.TryGetValue(word.Plain, out var known) ? known : syllables[word.Plain] = syllables.Count;
            if (!steps.TryGetValue(Step(node, id), out var next))
            {
                steps[Step(node, id)] = next = ends.Count;
                ends.Add(null);
            }
            node = next;
        }
        if (node > 0)
        {
            (ends[node] ??= []).Add(new Phrase(cue, text, [.. words.Select(word => word.Marked)], forgiving, strict));
        }
    }

    private static long Step(int node, int syllable) => ((long)node << 32) | (uint)syllable;

    private sealed record Phrase(int Cue, string Text, string?[] Marks, bool Forgiving, bool Strict)
    {
        private int MostWrong => Strict ? 0 : Forgiving ? 2 : Marks.Length > 1 ? 1 : 0;

        /// <summary>How much the words are worth as this phrase; nothing when their marks say another word.</summary>
        public float Fits(IReadOnlyList<TypedWord> words, int first)
        {
            var (wrong, bare) = (0, 0);
            for (var at = 0; at < Marks.Length; at++)
            {
                var typed = words[first + at].Marked;
                wrong += typed is null ? 0 : Wrong(typed, Marks[at] ?? words[first + at].Plain);
                bare += typed is null && Marks[at] is not null ? 1 : 0;
            }
            return wrong > MostWrong || (Strict && bare > 0) ? 0 : Marks.Length > 1 ? 1 : bare > 0 ? 0.4f : 0.8f;
        }

        // Another vowel and another tone are two mistakes.
        private static int Wrong(string typed, string meant)
        {
            if (string.Equals(typed, meant, StringComparison.Ordinal))
            {
                return 0;
            }
            var (typedTone, meantTone) = (char.IsAsciiDigit(typed[^1]) ? typed[^1] : '0', char.IsAsciiDigit(meant[^1]) ? meant[^1] : '0');
            return (typedTone == meantTone ? 0 : 1) + (typed.AsSpan().TrimEnd("1235").SequenceEqual(meant.AsSpan().TrimEnd("1235")) ? 0 : 1);
        }
    }
}

/// <summary>A phrase found: which cue it speaks for, over which words, and how surely.</summary>
internal readonly record struct Hit(int Cue, int First, int Last, string Phrase, float Weight);
