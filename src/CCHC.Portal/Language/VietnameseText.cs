using System.Globalization;
using System.Text;

namespace CCHC.Portal.Language;

/// <summary>Vietnamese text as it is stored, compared and searched.</summary>
public static class VietnameseText
{
    /// <summary>NFC, lines ended by \n, ends trimmed, nothing in it that a reader cannot see.</summary>
    public static string Clean(string? text) => Visible(text).Normalize(NormalizationForm.FormC).Trim();

    /// <summary>The same on one line.</summary>
    public static string CleanLine(string? text) => OneSpaced(Clean(text));

    public static bool HasHidden(string? text) => text is not null && text.Any(IsHidden);

    /// <summary>Lower case without marks, đ as d: the form in which two spellings are the same word.</summary>
    public static string Fold(string? text)
    {
        // Twice, because lower-casing may bring out a mark (İ) and removing one may bring out a capital.
        var folded = WithoutMarks(WithoutMarks(Visible(text)));
        return OneSpaced(folded.Normalize(NormalizationForm.FormC));
    }

    /// <summary>The same words without marks, capitals kept: what the cheapest telephone shows.</summary>
    public static string Unmarked(string? text) =>
        string.Concat(Clean(text).Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormC);

    private static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            var lower = Rune.ToLowerInvariant(rune);
            plain.Append(lower.Value == 'đ' ? "d" : lower.ToString());   // Unicode has no decomposition for đ
        }

        return plain.ToString();
    }

    private static string Visible(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsPlain(text)) return text;

        var visible = new StringBuilder(text.Length);
        // EnumerateRunes gives U+FFFD for half a surrogate pair, which Normalize would throw on.
        foreach (var rune in text.Replace("\r\n", "\n").Replace('\r', '\n').EnumerateRunes())
        {
            if (!rune.IsBmp || !IsHidden((char)rune.Value)) visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
            if (letter == '\r' || char.IsSurrogate(letter) || IsHidden(letter)) return false;

        return true;
    }

    private static string OneSpaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) spaced.Append(c);
            else if (spaced.Length > 0 && spaced[^1] != ' ') spaced.Append(' ');
        }

        return spaced.ToString().TrimEnd(' ');
    }

    private static bool IsHidden(char c) => c switch
    {
        '\n' or '\t' or '\r' => false,
        '\u061C' or '\u200E' or '\u200F' or '\uFEFF' => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2066' and <= '\u2069' => true,
        '\uFFFE' or '\uFFFF' => true,   // no characters at all: XML refuses them, Normalize throws
        _ => char.IsControl(c),
    };
}
