using System.Collections.Concurrent;
using System.Text.Json;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Kit;

/// <summary>The English of every Vietnamese sentence the pages say, from Kit/en.json.</summary>
public sealed class Translations
{
    private const int Most = 1_000;

    private readonly Dictionary<string, string> english;
    private readonly ConcurrentDictionary<string, bool> missing = new();

    public Translations()
    {
        using var stream = typeof(Translations).Assembly.GetManifestResourceStream("en.json")!;
        english = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    /// <summary>Sentences that were asked for in English and are not there.</summary>
    public ICollection<string> Missing => missing.Keys;

    public string English(string vietnamese)
    {
        if (english.TryGetValue(vietnamese, out var found))
        {
            return found;
        }
        if (missing.Count < Most)
        {
            missing.TryAdd(vietnamese, true);   // bounded: what people typed may come by here too
        }
        return vietnamese;
    }
}

/// <summary>Says a sentence in the visitor's language: @T["Gửi phản ánh"].</summary>
public sealed class Translator(Translations translations, Visit visit)
{
    public string this[string vietnamese] => visit.IsEnglish ? translations.English(vietnamese) : vietnamese;

    public string this[string vietnamese, params object[] values] =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, this[vietnamese], values);
}
