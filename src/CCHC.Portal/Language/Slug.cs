using System.Text;

namespace CCHC.Portal.Language;

/// <summary>The part of an address made from a title.</summary>
public static class Slug
{
    private const int Longest = 96;
    private const string Nameless = "bai";

    public static string From(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in VietnameseText.Fold(title))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } words ? Cut(words) : Nameless;
    }

    private static string Cut(string words)
    {
        if (words.Length <= Longest) return words;
        if (words[Longest] == '-') return words[..Longest];

        var lastGap = words.LastIndexOf('-', Longest - 1);
        return lastGap > 0 ? words[..lastGap] : words[..Longest];
    }
}
