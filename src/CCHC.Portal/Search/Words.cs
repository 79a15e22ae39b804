using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>A text cut into words, the same way for the index, the question and the highlighting.</summary>
internal static class Words
{
    private const int LongestWord = 64, LongestKnown = 12, MostKnown = 50_000;

    private static readonly ConcurrentDictionary<string, (string Exact, string Folded)> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (string Exact, string Folded)>.AlternateLookup<ReadOnlySpan<char>> KnownForms = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    // Folding letter by letter through a table is some twenty times faster than normalising each word.
    private static readonly char[] FoldedLetters = [.. Enumerable.Range(0, 0x1F00).Select(code => FoldedLetter((char)code))];

    /// <summary>The text must be NFC, as VietnameseText.Clean leaves it. With a sieve, only what it lets through.</summary>
    public static IEnumerable<Word> In(string text, Sieve? sieve = null)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && LengthOfLetter(text, at, at > start) is > 0 and var length) at += length;

            if (at == start) at++;
            else if ((sieve is null || sieve.Passes(text.AsSpan(start, at - start))) && FormsOf(text, start, at) is { Folded.Length: > 0 } forms)
                yield return new Word(forms.Exact, forms.Folded, start, at);
        }
    }

    /// <summary>A letter of one in lower case without marks; none where it takes more to tell.</summary>
    public static char FoldedOrNone(char letter) => letter < FoldedLetters.Length ? FoldedLetters[letter] : '\0';

    // A language has few syllables: each is made once.
    private static (string Exact, string Folded) FormsOf(string text, int start, int end)
    {
        if (KnownForms.TryGetValue(text.AsSpan(start, end - start), out var known)) return known;

        var exact = Shortened(text[start..end].ToLowerInvariant());
        var folded = Shortened(Plain(Fold(text, start, end)));
        var forms = (exact, folded == exact ? exact : folded);
        if (end - start <= LongestKnown && Known.Count < MostKnown) Known.TryAdd(text[start..end], forms);
        return forms;
    }

    // The second of a month is 2 and 02.
    private static string Plain(string folded) => folded is ['0', >= '1' and <= '9'] ? folded[1..] : folded;

    private static int LengthOfLetter(string text, int at, bool insideWord)
    {
        if (char.IsAscii(text[at])) return char.IsAsciiLetterOrDigit(text[at]) ? 1 : 0;
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return 0;

        var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return Rune.IsLetterOrDigit(rune) || (insideWord && isMark) ? rune.Utf16SequenceLength : 0;
    }

    private static string Fold(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (FoldedOrNone(text[i]) == '\0') return VietnameseText.Fold(text[start..end]);

        return string.Create(end - start, (text, start), static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = FoldedLetters[from.text[from.start + i]];
        });
    }

    private static char FoldedLetter(char letter) => VietnameseText.Fold(letter.ToString()) is [var only] ? only : '\0';

    private static string Shortened(string word) => word.Length <= LongestWord ? word : word[..LongestWord];
}

internal readonly record struct Word(string Exact, string Folded, int Start, int End)
{
    public bool HasMarks => Exact != Folded && !char.IsAsciiDigit(Exact[0]);
}
