namespace CCHC.Portal.Language;

/// <summary>One syllable a person typed: without marks, with them when they were typed, and where it stands in the text.</summary>
public readonly record struct TypedWord(string Plain, string? Marked, int Start, int End);
