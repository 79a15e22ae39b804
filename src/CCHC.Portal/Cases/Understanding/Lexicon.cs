using YamlDotNet.Serialization;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>The words that speak for a kind, a field, a unit, a flag or the sealed way: data, numbered by a version.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public static readonly Lexicon Own = new();

    private Lexicon()
    {
        var lines = new List<(int, string)>();
        foreach (var (room, cues) in Read<Dictionary<string, object>>("lexicon.yaml"))
        {
            foreach (var (name, phrases) in cues as IDictionary<object, object> ?? new Dictionary<object, object>())
            {
                lines.AddRange(Lines($"{room}.{name}", (string)phrases));
            }
            Version = cues is string version ? version : Version;
        }
        foreach (var (file, room) in new[] { ("seal.yaml", "seal."), ("roles.yaml", "role.") })
        {
            foreach (var (name, phrases) in Read<Dictionary<string, string>>(file))
            {
                lines.AddRange(name == "version" ? [] : Lines(room + name, phrases));
            }
        }
        Phrases = new Phrases(lines);
    }

    public string Version { get; } = "";
    public Phrases Phrases { get; }
    public IReadOnlyList<string> Names => names;

    public int Number(string cue) => numbers[cue];

    public static Stream Data(string file) => typeof(Lexicon).Assembly.GetManifestResourceStream("Understanding." + file) ?? throw new FileNotFoundException(file);

    private static T Read<T>(string file)
    {
        using var reader = new StreamReader(Data(file));
        return new DeserializerBuilder().Build().Deserialize<T>(reader);
    }

    private List<(int, string)> Lines(string cue, string phrases)
    {
        numbers[cue] = names.Count;
        names.Add(cue);
        return [.. phrases.Split('|').Select(phrase => (numbers[cue], phrase.Trim()))];
    }
}
