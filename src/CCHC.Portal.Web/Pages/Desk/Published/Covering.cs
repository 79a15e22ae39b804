using CCHC.Portal.Cases;

namespace CCHC.Portal.Web.Pages.Desk.Published;

/// <summary>A text with what was found personal in it, word by word, and which of it an officer wants covered.</summary>
public sealed class Covering(string name, string text, IReadOnlyCollection<int> kept)
{
    private const int Around = 28;

    public string Name => name;
    public string Text => text;

    /// <summary>What was found; covered unless the officer said that it may stay.</summary>
    public IReadOnlyList<Covered> Found { get; } = [.. PersonalData.In(text).Select((span, number) => new Covered(
        number, span, text[Math.Max(0, span.Start - Around)..span.Start].Replace('\n', ' '), text.Substring(span.Start, span.Length), text[(span.Start + span.Length)..Math.Min(text.Length, span.Start + span.Length + Around)].Replace('\n', ' '), kept.Contains(number)))];

    public string Result(IEnumerable<string> moreWords) => Redaction.Cover(Redaction.Apply(text, Found.Where(one => !one.Stays).Select(one => one.Span)), moreWords);
}

/// <summary>One thing found, with a little of what stands around it.</summary>
public sealed record Covered(int Number, PersonalSpan Span, string Before, string Words, string After, bool Stays);
