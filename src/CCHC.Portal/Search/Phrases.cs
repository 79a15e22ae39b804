using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>Phrases as they are typed, one a line.</summary>
public static class Phrases
{
    public static IReadOnlyList<string> Typed(string? text) => [.. (text ?? "").Split('\n').Select(VietnameseText.CleanLine).Where(phrase => phrase != "").Distinct()];
}
