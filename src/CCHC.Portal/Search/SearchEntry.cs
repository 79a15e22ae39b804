namespace CCHC.Portal.Search;

/// <summary>One thing that can be found: its words, where it stands, and the numbers it is asked for by (phone, document).</summary>
public sealed record SearchEntry(
    string Key, string Source, string Type, string Culture, string Title, string Url, string Text, string[] Topics,
    string? Unit, int? Year, string[] Exact, DateTimeOffset Date, bool Sample);
