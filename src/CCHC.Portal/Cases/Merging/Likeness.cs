using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Merging;

/// <summary>How much two messages seem to speak of the same matter, and why one thinks so. A proposal; a person decides.</summary>
public sealed record Likeness(int Score, IReadOnlyList<string> Because)
{
    public const int Likely = 45, Strong = 70;
    public const int MostDaysApart = 14;
    private const int ShownWords = 4;

    // Words that stand in every message and tell nothing of its matter.
    private static readonly HashSet<string> Empty = [.. "va la cua cho toi chung de nghi xin co khong duoc thi ma o tai cac nhung mot nay do nhieu rat da dang se bi voi tu den ra vao len nguoi dan ngay hom qua nay sang chieu".Split(' ')];

    public static Likeness Between(LikeText one, LikeText other)
    {
        var because = new List<string>();
        var score = 0;
        var (shared, share) = SharedWords(one.Message, other.Message);
        if (shared.Count >= 2 && share >= 0.15)
        {
            score += (int)Math.Round(50 * Math.Min(1, share * 1.6));
            because.Add($"{share * 100:0} % chữ giống: {string.Join(", ", shared.Take(ShownWords))}");
        }
        var (here, there) = (VietnameseText.Fold(one.Place).Trim(), VietnameseText.Fold(other.Place).Trim());
        if (here != "" && there != "" && (here.Contains(there, StringComparison.Ordinal) || there.Contains(here, StringComparison.Ordinal)))
        {
            score += 25;
            because.Add("cùng nơi: " + other.Place);
        }
        if (one.Field == other.Field)
        {
            score += 10;
            because.Add("cùng lĩnh vực");
        }
        var days = Math.Abs((one.ReceivedAt - other.ReceivedAt).TotalDays);
        if (days <= MostDaysApart)
        {
            score += days <= 1 ? 15 : days <= 3 ? 10 : 5;
            because.Add(days < 1 ? "gửi trong cùng một ngày" : $"gửi cách nhau {days:0} ngày");
        }
        return new Likeness(score, because);
    }

    // Pairs of syllables, for one syllable of Vietnamese is seldom a word; measured against the shorter text.
    private static (List<string> Shared, double Share) SharedWords(string one, string other)
    {
        var (first, second) = (Pairs(one), Pairs(other).Keys.ToHashSet());
        var shared = first.Where(pair => second.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        var least = Math.Min(first.Count, second.Count);
        return (shared, least == 0 ? 0 : (double)shared.Count / least);
    }

    /// <summary>Each pair folded, with the words as they were typed.</summary>
    private static Dictionary<string, string> Pairs(string message)
    {
        var typed = message.Split([' ', '\n', '\r', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”', '–', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var folded = typed.Select(VietnameseText.Fold).ToArray();
        var pairs = new Dictionary<string, string>();
        for (var at = 1; at < typed.Length; at++)
        {
            if (!Empty.Contains(folded[at - 1]) && !Empty.Contains(folded[at]))
            {
                pairs.TryAdd($"{folded[at - 1]} {folded[at]}", $"{typed[at - 1]} {typed[at]}");
            }
        }
        return pairs;
    }
}

/// <summary>What of a case is compared.</summary>
public sealed record LikeText(string Message, string Place, FeedbackField Field, DateTimeOffset ReceivedAt)
{
    public static LikeText Of(Feedback feedback) => new(feedback.Message, feedback.Place, feedback.Field, feedback.ReceivedAt);
}
