using System.Globalization;
using System.Text;

namespace CCHC.Portal.Language;

/// <summary>Reads what a person typed as syllables: any Unicode form, no marks, capitals, chat spelling, Telex or VNI left as typed, words run together.</summary>
public static class TypedWords
{
    private static readonly Letters Marks = new();

    public static List<TypedWord> Read(string text) => Read(text, IsEnglish(text));

    /// <summary>A phrase of a word list: written well, so nothing in it is guessed.</summary>
    public static List<TypedWord> ReadWellWritten(string phrase) => Read(phrase, asItStands: true);

    private static List<TypedWord> Read(string text, bool asItStands)
    {
        var words = new List<TypedWord>(text.Length / 4 + 1);
        var typed = new Typed();
        for (var at = 0; at < text.Length;)
        {
            if (!IsOfWord(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            typed.Clear();
            for (; at < text.Length && IsOfWord(text[at]); at++)
            {
                Marks.Add(text[at], typed);
            }
            Add(words, typed, start, at, asItStands);
        }
        JoinSpelledOut(words);
        return words;
    }

    private static void Add(List<TypedWord> words, Typed typed, int start, int end, bool asItStands)
    {
        var plain = typed.Plain();
        if (plain.Length == 0)
        {
            return;
        }
        var marked = typed.Marked();
        if (ChatWords.Of(plain, marked) is { } said)
        {
            words.AddRange(said.Select(word => new TypedWord(word, null, start, end)));
        }
        else if (Syllables.Has(plain) || typed.IsNumber)
        {
            words.Add(new TypedWord(plain, marked, start, end));
        }
        else if (marked is null && !asItStands && !ChatWords.IsEnglish(plain) && Keyed(plain) is var (letters, marks))
        {
            words.Add(new TypedWord(letters, marks, start, end));
        }
        else
        {
            words.AddRange(Guessed(plain, asItStands).Select(word => new TypedWord(word, null, start, end)));
        }
    }

    private static (string, string?)? Keyed(string plain) =>
        plain.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? Syllables.FromTelex(plain)
        : char.IsAsciiDigit(plain[0]) ? null : Syllables.FromVni(plain) ?? Syllables.FromTelex(plain.Replace('0', 'o'));

    private static IReadOnlyList<string> Guessed(string plain, bool asItStands)
    {
        if (char.IsAsciiDigit(plain[0]))
        {
            return WithUnit(plain) ?? [plain];
        }
        if (asItStands || ChatWords.IsEnglish(plain))
        {
            return [plain];
        }
        if (Chatty(plain) is { } chatty)
        {
            return [chatty];
        }
        if (Swapped(plain) is { } swapped)
        {
            return [swapped];
        }
        return Syllables.Split(plain) is { Count: > 0 } apart ? apart : [plain];
    }

    // 20tr, 500k, 2tỷ: a sum, and what it is counted in.
    private static string[]? WithUnit(string plain)
    {
        var digits = plain.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var unit = digits < 0 ? "" : plain[digits..].TrimEnd("0123456789".ToCharArray());
        return digits <= 0 ? null : unit switch { "tr" or "trieu" or "cu" => [plain[..digits], "trieu"], "k" or "ng" or "ngin" or "nghin" => [plain[..digits], "nghin"], "ty" or "ti" => [plain[..digits], "ty"], "d" or "vnd" => [plain[..digits], "dong"], _ => null };
    }

    // fai, jup, zay, wa, thik: letters Vietnamese does not have, standing for those it has.
    private static string? Chatty(string plain)
    {
        var tail = plain[1..];
        var said = plain[0] switch { 'f' => "ph" + tail, 'j' => "gi" + tail, 'z' => "d" + tail, 'w' => "qu" + tail, _ => plain };
        if (said.Length > 2 && said[^1] == 'k')
        {
            said = said[..^1] + (said[^2] == 'i' ? "ch" : "c");
        }
        said = said.StartsWith("gii", StringComparison.Ordinal) ? "gi" + said[3..] : said;
        return Syllables.Has(said) ? said : null;
    }

    // phnog, treiu: two letters in the wrong order.
    private static string? Swapped(string plain)
    {
        for (var at = 1; at < plain.Length && plain.Length is > 3 and < 8; at++)
        {
            var swapped = string.Concat(plain.AsSpan(0, at - 1), [plain[at], plain[at - 1]], plain.AsSpan(at + 1));
            if (Syllables.Has(swapped))
            {
                return swapped;
            }
        }
        return null;
    }

    // t ố c á o, h.ố.i l.ộ: single letters in a row are a word somebody spelled out.
    private static void JoinSpelledOut(List<TypedWord> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var last = first;
            while (last < words.Count && words[last].Plain.Length == 1 && words[last].End - words[last].Start <= 3 && (last == first || words[last].Start - words[last - 1].End <= 1))
            {
                last++;
            }
            if (last - first >= 4 && Syllables.Split(string.Concat(words.Skip(first).Take(Math.Min(last - first, 28)).Select(word => word.Plain))) is { Count: > 0 } apart)
            {
                var (start, end) = (words[first].Start, words[Math.Min(last, first + 28) - 1].End);
                words.RemoveRange(first, Math.Min(last - first, 28));
                words.InsertRange(first, apart.Select(word => new TypedWord(word, null, start, end)));
            }
            first = Math.Max(first, last - 1);
        }
    }

    /// <summary>Three words that no Vietnamese text has.</summary>
    public static bool IsEnglish(string text)
    {
        var found = 0;
        foreach (var range in text.AsSpan(0, Math.Min(text.Length, 2000)).Split(' '))
        {
            found += ChatWords.IsOnlyEnglish(text.AsSpan(range)) ? 1 : 0;
        }
        return found >= 3;
    }

    private static bool IsOfWord(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || (letter > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(letter) is
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Format);

    /// <summary>The letters of one word as they come: bare, with the mark that makes another vowel, and the tone of the whole.</summary>
    private sealed class Typed
    {
        private readonly StringBuilder plain = new(), quality = new();
        private char tone;
        private bool hasLetter;

        public bool IsNumber => !hasLetter;

        public void Clear()
        {
            plain.Clear();
            quality.Clear();
            (tone, hasLetter) = ('\0', false);
        }

        public void Letter(char bare, char withQuality, char withTone)
        {
            Tone(withTone);
            hasLetter |= !char.IsAsciiDigit(bare);
            // quáaaaa: nobody means more than two of the same letter; numbers are left alone.
            if (plain.Length > 1 && plain[^1] == bare && plain[^2] == bare && !char.IsAsciiDigit(bare))
            {
                return;
            }
            plain.Append(bare);
            quality.Append(withQuality);
        }

        public void Quality(Func<char, char> change)
        {
            if (quality.Length > 0)
            {
                quality[^1] = change(quality[^1]);
            }
        }

        public void Tone(char withTone) => tone = withTone == '\0' ? tone : withTone;

        // Drawn out at the end only: chậmmm, quáaa.
        public string Plain()
        {
            while (hasLetter && plain.Length > 2 && plain[^1] == plain[^2] && (plain.Length > 3 && plain[^3] == plain[^1] || !Syllables.Has(plain.ToString()) && Syllables.Has(plain.ToString(0, plain.Length - 1))))
            {
                plain.Length--;
                quality.Length--;
            }
            return plain.ToString();
        }

        public string? Marked()
        {
            var letters = quality.ToString();
            return tone == '\0' && string.Equals(letters, plain.ToString(), StringComparison.Ordinal) ? null : tone == '\0' ? letters : letters + tone;
        }
    }

    /// <summary>What every letter is made of, looked up once.</summary>
    private sealed class Letters
    {
        private const char Grave = '\u0300', Acute = '\u0301', Tilde = '\u0303', Hook = '\u0309', Dot = '\u0323', Circumflex = '\u0302', Breve = '\u0306', Horn = '\u031B';

        private readonly (char Bare, char Quality, char Tone)[] known = [.. Enumerable.Range(0, 0x1F00).Select(code => Taken((char)code))];

        public void Add(char letter, Typed word)
        {
            if (letter < known.Length && known[letter].Bare != '\0')
            {
                word.Letter(known[letter].Bare, known[letter].Quality, known[letter].Tone);
            }
            else if (letter is Grave or Acute or Tilde or Hook or Dot or '\u0340' or '\u0341')
            {
                word.Tone(ToneOf(letter));
            }
            else if (letter is Circumflex or Breve or Horn)
            {
                word.Quality(vowel => WithMark(vowel, letter));
            }
            else if (char.IsLetterOrDigit(letter))
            {
                var lower = char.ToLowerInvariant(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter);
                word.Letter(lower, lower, '\0');
            }
        }

        private static (char, char, char) Taken(char letter)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                return default;
            }
            var parts = char.ToLowerInvariant(letter).ToString().Normalize(NormalizationForm.FormD);
            var bare = parts[0] is 'đ' ? 'd' : char.ToLowerInvariant(parts[0]);
            var (quality, tone) = (parts[0], '\0');
            foreach (var mark in parts.AsSpan(1))
            {
                (quality, tone) = ToneOf(mark) is var found and not '\0' ? (quality, found) : (WithMark(quality, mark), tone);
            }
            return (bare, quality, tone);
        }

        private static char WithMark(char vowel, char mark) => $"{vowel}{mark}".Normalize(NormalizationForm.FormC) is { Length: 1 } whole ? whole[0] : vowel;

        // Hỏi and ngã are one: half the country does not tell them apart.
        private static char ToneOf(char mark) => mark switch { Acute or '\u0341' => '1', Grave or '\u0340' => '2', Hook or Tilde => '3', Dot => '5', _ => '\0' };
    }
}
