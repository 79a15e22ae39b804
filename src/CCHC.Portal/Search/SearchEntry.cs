namespace CCHC.Portal.Search;

/// <summary>One thing that can be found: its words, where it stands, and the numbers it is asked for by (phone, document).</summary>
public sealed record SearchEntry(
    string Key, string Source, string Type, string Culture, string Title, string Url, string Text, string[] Topics,
    string? Unit, int? Year, string[] Exact, DateTimeOffset Date, bool Sample)
{
    /// <summary>What such a thing is called: a hotline is found by “đường dây nóng”, whatever its name.</summary>
    public string KindWords { get; init; } = "";

    /// <summary>Stands in the text before every page of a file, where it has pages.</summary>
    public const char PageMark = '\f';

    /// <summary>What people call it besides its title.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The sentence that says what it is about.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The field of work it belongs to.</summary>
    public string? Field { get; init; }

    /// <summary>How much more than other things it is what people come for; 1 is the rule.</summary>
    public float Weight { get; init; } = 1;
}
