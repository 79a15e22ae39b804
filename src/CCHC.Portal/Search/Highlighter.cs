using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CCHC.Portal.Search;

/// <summary>Shows where the words asked for stand in a text, with the text's own marks, as encoded HTML.</summary>
internal sealed class Highlighter(Asked asked)
{
    private const int SnippetLength = 220;
    private const int Before = 50;
    private const int ReadAtOnce = 60_000;
    private const int MostNumberPieces = 6;

    private readonly Dictionary<string, int> marked = IndexOf(asked.Words.Select((word, at) => (word, at)).Where(one => one.word.HasMarks).Select(one => (one.word.Exact, one.at)));
    private readonly Dictionary<string, int> folded = IndexOf(asked.Words.Select((word, at) => (word.Folded, at)));

    // Pieces of a number may be any words; without numbers only some are looked at.
    private readonly Sieve? sieve = asked.Numbers.Count > 0 ? null : SieveOf(asked);

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public string Whole(string text) => Marked(text, 0, text.Length, Matches(text));

    /// <summary>The place of the text where most stands, and the page of the file it is on, where it has pages.</summary>
    public (string Html, int? Page) Snippet(string text)
    {
        var matches = Densest(text);
        var dense = matches.Count == 0 ? 0 : DensestStart(matches);
        var start = StartOfWord(text, dense - Before);
        var end = EndOfWord(text, start + SnippetLength);

        var page = matches.Count == 0 ? 0 : text.AsSpan(0, dense).Count(SearchEntry.PageMark);
        return ((start > 0 ? "… " : "") + Marked(text, start, end, matches) + (end < text.Length ? " …" : ""), page > 0 ? page : null);
    }

    // Papers are long: piece by piece, until one says as much as was asked.
    private List<Match> Densest(string text)
    {
        var (best, most) = (new List<Match>(), 0);
        for (var from = 0; from < text.Length && most < asked.Words.Count; from += ReadAtOnce)
        {
            var matches = Matches(text.Length <= ReadAtOnce ? text : text.Substring(from, Math.Min(ReadAtOnce, text.Length - from)));
            var different = matches.Select(match => match.Word).Distinct().Count();
            if (different > most) (best, most) = (matches.ConvertAll(match => match with { Start = match.Start + from, End = match.End + from }), different);
        }

        return best;
    }

    private List<Match> Matches(string text)
    {
        var words = Words.In(text, sieve).ToList();
        var matches = new List<Match>();
        for (var i = 0; i < words.Count; i++)
        {
            if (PiecesOfNumber(words, i, text) is > 0 and var pieces)
            {
                matches.Add(new Match(words[i].Start, words[i + pieces - 1].End, -1));
                i += pieces - 1;
            }
            else if (AskedWord(words[i], exactly: true) is >= 0 and var exact) matches.Add(new Match(words[i].Start, words[i].End, exact));
            else if (AskedWord(words[i], exactly: false) is >= 0 and var alike) matches.Add(new Match(words[i].Start, words[i].End, alike) { IsAlike = true });
        }

        // "bờ" is shown for "bò" only where there is no "bò".
        var met = matches.Where(m => !m.IsAlike).Select(m => m.Word).ToHashSet();
        matches.RemoveAll(m => m.IsAlike && met.Contains(m.Word));
        return matches;
    }

    private static Sieve SieveOf(Asked asked)
    {
        var sieve = new Sieve();
        for (var word = 0; word < asked.Words.Count; word++) sieve.Add(asked.Words[word].Folded, asked.IsBeginning(word));
        return sieve;
    }

    private int AskedWord(Word word, bool exactly)
    {
        if (exactly && marked.TryGetValue(word.Exact, out var exact)) return exact;
        if (folded.TryGetValue(word.Folded, out var alike) && !(exactly && asked.Words[alike].HasMarks)) return alike;

        var last = asked.Words.Count - 1;
        if (!asked.IsBeginning(last)) return -1;
        var begins = exactly && asked.Words[last].HasMarks ? word.Exact.StartsWith(asked.Words[last].Exact, StringComparison.Ordinal) : word.Folded.StartsWith(asked.Words[last].Folded, StringComparison.Ordinal);
        return begins ? last : -1;
    }

    private static Dictionary<string, int> IndexOf(IEnumerable<(string Word, int At)> words)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, at) in words) index.TryAdd(word, at);
        return index;
    }

    private int PiecesOfNumber(List<Word> words, int first, string text)
    {
        if (asked.Numbers.Count == 0) return 0;

        var number = "";
        for (var i = first; i < words.Count && i < first + MostNumberPieces; i++)
        {
            if (i > first && (words[i].Start - words[i - 1].End > 1 || text[words[i - 1].End] is ',' or ';')) return 0;
            number += words[i].Folded;
            if (asked.Numbers.Contains(number)) return i - first + 1;
        }

        return 0;
    }

    // Different words count more than the same word again.
    private int DensestStart(List<Match> matches)
    {
        var (best, bestStart, end, different) = (-1, 0, 0, 0);
        Span<int> times = stackalloc int[asked.Words.Count + 1];   // by word; a whole number is word -1
        for (var i = 0; i < matches.Count; i++)
        {
            for (; end < matches.Count && (end == i || matches[end].End <= matches[i].Start + SnippetLength - Before); end++) different += times[matches[end].Word + 1]++ == 0 ? 1 : 0;
            var worth = end - i + (10 * different);
            if (worth > best) (best, bestStart) = (worth, matches[i].Start);
            different -= --times[matches[i].Word + 1] == 0 ? 1 : 0;
        }

        return bestStart;
    }

    private static string Marked(string text, int start, int end, List<Match> matches)
    {
        var html = new StringBuilder(end - start + 64);
        var at = start;
        foreach (var match in matches.Where(m => m.Start >= start && m.End <= end))
        {
            html.Append(Encoded(text[at..match.Start]));
            html.Append("<mark>").Append(Html.Encode(text[match.Start..match.End])).Append("</mark>");
            at = match.End;
        }

        return html.Append(Encoded(text[at..end])).ToString();
    }

    private static string Encoded(string text) => Html.Encode(text.Replace(SearchEntry.PageMark, ' '));

    private static int StartOfWord(string text, int about)
    {
        if (about <= Before / 2) return 0;   // to leave out a word or two at the beginning helps nobody

        var gap = text.IndexOf(' ', about, Math.Min(Before, text.Length - about));
        return gap < 0 ? WholeLetter(text, about) : gap + 1;
    }

    private static int EndOfWord(string text, int about)
    {
        if (about >= text.Length) return text.Length;

        var gap = text.LastIndexOf(' ', about, Before);
        return gap < 0 ? WholeLetter(text, about) : gap;
    }

    private static int WholeLetter(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private readonly record struct Match(int Start, int End, int Word)
    {
        public bool IsAlike { get; init; }
    }
}
