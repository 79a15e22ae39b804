using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static CCHC.Portal.Content.Word.WordNames;

namespace CCHC.Portal.Content.Word;

/// <summary>Counts a document's automatic numbering: what stands before each paragraph, and how deep it lies.</summary>
internal sealed partial class WordLists
{
    private const int Levels = 9;

    private readonly Dictionary<string, string> abstractOf = [];
    private readonly Dictionary<string, XElement[]> levelsOf = [];
    private readonly Dictionary<string, int[]> counts = [];

    public WordLists(XElement? part)
    {
        foreach (var list in part?.Elements(W + "abstractNum") ?? [])
        {
            levelsOf.TryAdd(Value(list, "abstractNumId") ?? "", [.. list.Elements(W + "lvl").OrderBy(level => Number(Value(level, "ilvl")))]);
        }
        foreach (var list in part?.Elements(W + "num") ?? [])
        {
            abstractOf.TryAdd(Value(list, "numId") ?? "", list.Element(W + "abstractNumId") is { } named ? Value(named, "val") ?? "" : "");
        }
    }

    /// <summary>The next item of the list a paragraph belongs to; null when it belongs to none.</summary>
    public WordItem? Next(XElement? numbering)
    {
        var id = numbering?.Element(W + "numId") is { } named ? Value(named, "val") ?? "" : "";
        if (id is "" or "0" || !abstractOf.TryGetValue(id, out var kind) || !levelsOf.TryGetValue(kind, out var levels) || levels.Length == 0)
        {
            return null;
        }
        var depth = Math.Clamp(Number(numbering!.Element(W + "ilvl") is { } level ? Value(level, "val") : null), 0, Math.Min(Levels, levels.Length) - 1);
        var counted = counts.TryGetValue(kind, out var known) ? known : counts[kind] = new int[Levels];
        if (counted[depth] == 0)
        {
            counted[depth] = Start(levels[depth]) - 1;
        }
        counted[depth]++;
        Array.Clear(counted, depth + 1, Levels - depth - 1);

        var format = Format(levels[depth]);
        if (format is "bullet" or "none")
        {
            return new WordItem(depth, format == "bullet" ? ItemKind.Bullet : ItemKind.Plain, 0, "");
        }
        var pattern = levels[depth].Element(W + "lvlText") is { } text ? Value(text, "val") ?? "" : "";
        var label = Place().Replace(pattern, found => Written(counted, levels, found.Value[1] - '1'));
        // "1." is a list to Markdown too; "a)", "1.1." and "Điều 1." are names the text refers to and stay as they are.
        return pattern == $"%{depth + 1}." && format == "decimal" ? new WordItem(depth, ItemKind.Number, counted[depth], label) : new WordItem(depth, ItemKind.Label, counted[depth], label);
    }

    private static string Written(int[] counted, XElement[] levels, int level)
    {
        var number = level < Levels ? Math.Max(1, counted[level]) : 1;
        return (level < levels.Length ? Format(levels[level]) : "decimal") switch
        {
            "lowerLetter" => Letter(number, 'a'),
            "upperLetter" => Letter(number, 'A'),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "upperRoman" => Roman(number),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Format(XElement level) => level.Element(W + "numFmt") is { } format ? Value(format, "val") ?? "decimal" : "decimal";

    private static int Start(XElement level) => level.Element(W + "start") is { } start ? Math.Clamp(Number(Value(start, "val")), 0, 10_000) : 1;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Letter(int number, char first) => new((char)(first + ((number - 1) % 26)), 1 + ((number - 1) / 26 % 4));

    private static string Roman(int number)
    {
        (int Worth, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var written = "";
        number = Math.Clamp(number, 1, 3_999);
        foreach (var (worth, sign) in signs)
        {
            for (; number >= worth; number -= worth)
            {
                written += sign;
            }
        }
        return written;
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}

/// <summary>One item of an automatic list: how deep, what kind, its number, and the label as printed.</summary>
internal sealed record WordItem(int Depth, ItemKind Kind, int Number, string Label);

internal enum ItemKind { Bullet, Number, Label, Plain }
