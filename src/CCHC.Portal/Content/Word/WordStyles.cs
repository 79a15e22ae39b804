using System.Globalization;
using System.Xml.Linq;
using static CCHC.Portal.Content.Word.WordNames;

namespace CCHC.Portal.Content.Word;

/// <summary>What a document's styles mean: which are headings and of what rank, which are bold.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, XElement> byId = [];

    public WordStyles(XElement? part)
    {
        foreach (var style in part?.Elements(W + "style") ?? [])
        {
            byId.TryAdd(Value(style, "styleId") ?? "", style);
        }
    }

    /// <summary>The rank of a heading, 1 to 9; 0 for the document's title; null for anything else.</summary>
    public int? Rank(XElement paragraph)
    {
        var properties = paragraph.Element(W + "pPr");
        if (Level(properties) is { } direct)
        {
            return direct + 1;
        }
        foreach (var style in Chain(properties?.Element(W + "pStyle")))
        {
            var name = Name(style);
            if (name is "title")
            {
                return 0;
            }
            if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
            {
                return rank;
            }
            if (Level(style.Element(W + "pPr")) is { } level)
            {
                return level + 1;
            }
        }
        return null;
    }

    public bool IsContents(XElement paragraph) =>
        Chain(paragraph.Element(W + "pPr")?.Element(W + "pStyle")).Any(style => Name(style).StartsWith("toc ", StringComparison.Ordinal));

    /// <summary>The numbering a paragraph has from its style.</summary>
    public XElement? Numbering(XElement paragraph) => paragraph.Element(W + "pPr")?.Element(W + "numPr")
        ?? Chain(paragraph.Element(W + "pPr")?.Element(W + "pStyle")).Select(style => style.Element(W + "pPr")?.Element(W + "numPr")).FirstOrDefault(found => found is not null);

    /// <summary>Whether a run is bold or italic, by itself or by the styles over it.</summary>
    public bool Is(string what, XElement run, XElement paragraph) =>
        On(run.Element(W + "rPr"), what)
        ?? Chain(run.Element(W + "rPr")?.Element(W + "rStyle")).Select(style => On(style.Element(W + "rPr"), what)).FirstOrDefault(on => on is not null)
        ?? Chain(paragraph.Element(W + "pPr")?.Element(W + "pStyle")).Select(style => On(style.Element(W + "rPr"), what)).FirstOrDefault(on => on is not null)
        ?? false;

    private IEnumerable<XElement> Chain(XElement? reference)
    {
        var id = reference is null ? null : Value(reference, "val");
        for (var steps = 0; id is not null && steps < 20 && byId.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.Element(W + "basedOn") is { } based ? Value(based, "val") : null;
        }
    }

    private static string Name(XElement style) => (style.Element(W + "name") is { } name ? Value(name, "val") : null)?.ToLowerInvariant() ?? "";

    private static int? Level(XElement? properties) =>
        properties?.Element(W + "outlineLvl") is { } level && int.TryParse(Value(level, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 9 ? number : null;

    public static bool? On(XElement? properties, string what) =>
        properties?.Element(W + what) is { } set ? Value(set, "val") is not ("0" or "false" or "off" or "none") : null;
}
