namespace CCHC.Portal.Web.Kit;

/// <summary>A code as it is read aloud on the telephone: each letter by its name, each group by itself.</summary>
public static class SpokenCode
{
    private static readonly Dictionary<char, string> Names = new()
    {
        ['A'] = "a",
        ['B'] = "bê",
        ['C'] = "xê",
        ['D'] = "đê",
        ['E'] = "e",
        ['F'] = "ép",
        ['G'] = "gờ",
        ['H'] = "hát",
        ['I'] = "i ngắn",
        ['J'] = "gi",
        ['K'] = "ca",
        ['L'] = "lờ",
        ['M'] = "mờ",
        ['N'] = "nờ",
        ['O'] = "o",
        ['P'] = "pê",
        ['Q'] = "quy",
        ['R'] = "rờ",
        ['S'] = "ét",
        ['T'] = "tê",
        ['U'] = "u",
        ['V'] = "vê",
        ['W'] = "vê kép",
        ['X'] = "ích",
        ['Y'] = "i dài",
        ['Z'] = "dét",
        ['0'] = "không",
        ['1'] = "một",
        ['2'] = "hai",
        ['3'] = "ba",
        ['4'] = "bốn",
        ['5'] = "năm",
        ['6'] = "sáu",
        ['7'] = "bảy",
        ['8'] = "tám",
        ['9'] = "chín",
    };

    public static string Of(string code) =>
        string.Join("; ", code.ToUpperInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries).Select(group => string.Join(", ", group.Select(letter => Names.GetValueOrDefault(letter, letter.ToString())))));
}
