using System.Collections.Frozen;

namespace CCHC.Portal.Language;

/// <summary>Chat spelling and office abbreviations with what they stand for; English words that must not be read as Telex.</summary>
public static class ChatWords
{
    private static readonly FrozenDictionary<string, string[]> Said = Lines("chat-words.txt")
        .Select(line => line.Split('=', 2)).ToFrozenDictionary(pair => pair[0].Trim(), pair => pair[1].Trim().Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> English = Words("english-words.txt");
    private static readonly FrozenSet<string> OnlyEnglish = Words("english-only.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OnlyEnglishLetters = OnlyEnglish.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What it stands for; a word typed with marks is looked up with them first.</summary>
    public static string[]? Of(string plain, string? marked) =>
        marked is not null && Said.TryGetValue(marked, out var exact) ? exact
        : plain.Length <= 8 && Said.TryGetValue(plain, out var said) && (marked is null || !Syllables.Has(plain)) ? said : null;

    public static bool IsEnglish(string plain) => English.Contains(plain) || OnlyEnglish.Contains(plain);

    /// <summary>A word that no Vietnamese text has.</summary>
    public static bool IsOnlyEnglish(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 12)
        {
            return false;
        }
        Span<char> lower = stackalloc char[12];
        var length = word.TrimEnd(".,;:!?\"'").ToLowerInvariant(lower);
        return length > 0 && OnlyEnglishLetters.Contains(lower[..length]);
    }

    private static FrozenSet<string> Words(string file) => Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string file)
    {
        using var data = typeof(ChatWords).Assembly.GetManifestResourceStream("Language." + file)!;
        using var reader = new StreamReader(data);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
