using System.Text.RegularExpressions;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Readers;

/// <summary>Words that people looked for on one day, and how often they found nothing by them: what the portal may lack. Nothing of who looked.</summary>
public sealed partial class SearchTally : ISiteOwned
{
    private const int MostCharacters = 60, MostWords = 8, MostDigits = 6;

    public Guid SiteId { get; set; }
    public DateOnly Day { get; init; }
    public required string Words { get; init; }
    public required string Culture { get; init; }

    /// <summary>How often nothing was found.</summary>
    public int Times { get; init; }

    /// <summary>How often something was.</summary>
    public int Answered { get; init; }

    /// <summary>The words as they are kept; null for what may name or number somebody, and for what is no search.</summary>
    public static string? Keepable(string query)
    {
        var words = VietnameseText.CleanLine(query).ToLowerInvariant();
        return words.Length is 0 or > MostCharacters || words.Split(' ').Length > MostWords || Personal().IsMatch(words)
            || DocumentNumber().Replace(words, " ").Count(char.IsDigit) > MostDigits ? null : words;
    }

    // 118/2025/NĐ-CP is nobody's number.
    [GeneratedRegex(@"(?<![0-9])[0-9]{1,4}/(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    // Numbers of people and papers, addresses of mail and web, and what is typed to test us.
    [GeneratedRegex(@"[0-9](?:[ .-]?[0-9]){4}|[@<>{}\\]|https?:|www\.|g ?mail|yahoo|hotmail|\(at\)|\[at\]|\.com", RegexOptions.NonBacktracking)]
    private static partial Regex Personal();
}
