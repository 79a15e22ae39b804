using System.Text.Json;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Content;

/// <summary>Finds the library's files a text names, wherever it names them: in a field, a row, a link or a block of its Markdown.</summary>
public static partial class MediaNames
{
    public const char Between = '|';

    /// <summary>All names between bars, |a.webp|b.mp4|, so that one name can be searched for; empty when there is none.</summary>
    public static string In(string bodyJson)
    {
        using var body = JsonDocument.Parse(bodyJson, new JsonDocumentOptions { MaxDepth = 64 });
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Gather(body.RootElement, names);
        return names.Count == 0 ? "" : Between + string.Join(Between, names) + Between;
    }

    public static IEnumerable<string> Split(string? names) => (names ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names, and those of the captions a player takes by itself: ra-quan.vi.vtt for ra-quan.mp4.</summary>
    public static IEnumerable<string> WithCaptions(string? names) => Split(names).SelectMany(name => CaptionsOf(name).Prepend(name));

    /// <summary>What captions of a clip are called when a text does not name them.</summary>
    public static IEnumerable<string> CaptionsOf(string clip) => [$"{Path.GetFileNameWithoutExtension(clip)}.vi.vtt", $"{Path.GetFileNameWithoutExtension(clip)}.vtt"];

    private static void Gather(JsonElement element, SortedSet<string> names)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                names.UnionWith(Name().Matches(element.GetString()!).Select(found => found.Value));
                break;
            case JsonValueKind.Array:
                foreach (var one in element.EnumerateArray())
                {
                    Gather(one, names);
                }
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Gather(property.Value, names);
                }
                break;
        }
    }

    // Rather one name too many than one too few: a use that is missed would let somebody delete a file readers see.
    [GeneratedRegex(@"[A-Za-z0-9_-][A-Za-z0-9._-]{0,110}\.(?:webp|avif|jpe?g|png|gif|mp4|m4v|mov|webm|mkv|3gp|ogv|weba|mp3|m4a|aac|wav|ogg|opus|flac|pdf|docx|vtt)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
