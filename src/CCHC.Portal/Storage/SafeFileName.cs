using System.Globalization;
using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Storage;

/// <summary>The name a file is offered under: the sender's words, without anything that leads a reader or a program astray.</summary>
public static class SafeFileName
{
    private const int Longest = 80;
    private const int LongestExtension = 8;
    private const string Nameless = "tep-dinh-kem";
    private const string Unsafe = "\"<>|:*?%;&$`'{}[]^~#=";

    /// <summary>With the real extension instead of the one it came with; null keeps that.</summary>
    public static string From(string? name, string? extension)
    {
        var line = VietnameseText.CleanLine(name);
        var last = line[(line.LastIndexOfAny(['/', '\\']) + 1)..];
        var words = Visible(extension is null ? last : WithoutExtension(last));
        var ending = extension is null ? "" : "." + extension;

        words = Cut(words, Longest - ending.Length).Trim(' ', '.');
        return (words.Length == 0 ? Nameless : words) + ending;
    }

    /// <summary>The words of a name, without its extension; empty when nothing safe is left.</summary>
    public static string Plain(string? name) => Path.GetFileNameWithoutExtension(From(name, "x")) is not Nameless and var words ? words : "";

    private static string WithoutExtension(string name)
    {
        var claimed = Path.GetExtension(name);
        return claimed.Length is > 1 and <= LongestExtension && claimed.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? name[..^claimed.Length]
            : name;
    }

    private static string Visible(string name)
    {
        var visible = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var isInvisible = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            if (!isInvisible && !(rune.IsBmp && Unsafe.Contains((char)rune.Value))) visible.Append(rune.ToString());
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;

        var cut = new StringBuilder(most);
        foreach (var letter in StringInfo.GetTextElementEnumerator(text).AsEnumerable())
        {
            if (cut.Length + letter.Length > most) break;
            cut.Append(letter);
        }

        return cut.ToString();
    }

    private static IEnumerable<string> AsEnumerable(this TextElementEnumerator letters)
    {
        while (letters.MoveNext()) yield return letters.GetTextElement();
    }
}
