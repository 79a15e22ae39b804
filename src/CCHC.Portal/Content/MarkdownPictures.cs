using System.Text.RegularExpressions;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content;

/// <summary>The pictures a text shows, with what each says to those who cannot see it.</summary>
public static partial class MarkdownPictures
{
    public static IReadOnlyList<(string File, string Alt)> In(string? markdown) =>
        [.. Picture().Matches(markdown ?? "").Select(found => (found.Groups[2].Value, Unescaped(found.Groups[1].Value)))];

    /// <summary>The text with other words for one picture, wherever it shows it.</summary>
    public static string WithAlt(string markdown, string file, string alt) => Picture().Replace(markdown, found =>
        found.Groups[2].Value == file ? $"![{Escaped(VietnameseText.CleanLine(alt))}](media:{file}" : found.Value);

    /// <summary>The text with a picture under another name.</summary>
    public static string Renamed(string markdown, string from, string to) => Picture().Replace(markdown, found =>
        found.Groups[2].Value == from ? $"![{found.Groups[1].Value}](media:{to}" : found.Value);

    /// <summary>The text without a picture that could not be kept.</summary>
    public static string Without(string markdown, string file) => Whole().Replace(markdown, found => found.Groups[1].Value == file ? "" : found.Value);

    private static string Escaped(string text) => Special().Replace(text, @"\$0");

    private static string Unescaped(string text) => Backslash().Replace(text, "$1").Trim();

    [GeneratedRegex(@"!\[((?:\\.|[^\]\\])*)\]\(<?(?:media:)?([a-zA-Z0-9._-]{1,120})(?=[\s)>])", RegexOptions.None, 1_000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"!\[(?:\\.|[^\]\\])*\]\(media:([a-zA-Z0-9._-]{1,120})\)", RegexOptions.None, 1_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[\\\[\]*_`<~^]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Backslash();
}
