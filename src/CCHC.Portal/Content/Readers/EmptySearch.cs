using System.Text.RegularExpressions;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Readers;

/// <summary>Words that somebody looked for on one day and found nothing by: what the portal may lack. Nothing of who looked.</summary>
public sealed partial class EmptySearch : ISiteOwned
{
    private const int MostCharacters = 60, MostWords = 8;

    public Guid SiteId { get; set; }
    public DateOnly Day { get; init; }
    public required string Words { get; init; }
    public required string Culture { get; init; }
    public int Times { get; init; }

    /// <summary>The words as they are kept; null for what may name or number somebody, and for what is no search.</summary>
    public static string? Keepable(string query)
    {
        var words = VietnameseText.CleanLine(query).ToLowerInvariant();
        return words.Length is 0 or > MostCharacters || words.Split(' ').Length > MostWords || Personal().IsMatch(words) ? null : words;
    }

    // Numbers of people and papers, addresses of mail and web, and what is typed to test us.
    [GeneratedRegex(@"[0-9](?:[ .-]?[0-9]){4}|[@<>{}\\]|https?:|www\.", RegexOptions.NonBacktracking)]
    private static partial Regex Personal();
}
