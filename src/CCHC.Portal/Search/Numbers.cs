using System.Text;
using System.Text.RegularExpressions;
using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>Phone and document numbers as they are compared: letters and digits only, however they were grouped.</summary>
internal static partial class Numbers
{
    private const int MostPieces = 12;
    private const int ShortestPiece = 3;

    // What a document is called, as its number writes it. The longer words come first.
    private static readonly (Regex Said, string Kind)[] Kinds =
    [.. new (string Said, string Kind)[] {
        ("nghi dinh", "nd"), ("nghi quyet", "nq"), ("quyet dinh", "qd"), ("thong tu", "tt"), ("chi thi", "ct"), ("ke hoach", "kh"), ("cong van", "cv"), ("bo luat", "qh"),
        ("luat", "qh"), ("nd", "nd"), ("nq", "nq"), ("qd", "qd"), ("tt", "tt"), ("ct", "ct"), ("kh", "kh"), ("cv", "cv"), ("qh", "qh"),
        ("decree", "nd"), ("resolution", "nq"), ("decision", "qd"), ("circular", "tt"), ("directive", "ct"), ("law", "qh"),
    }.Select(one => (new Regex($"(?<![a-z]){one.Said}(?![a-z])", RegexOptions.CultureInvariant), one.Kind))];

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.Fold(text))
            if (char.IsLetterOrDigit(letter)) plain.Append(letter);

        return Domestic(plain.ToString());
    }

    /// <summary>A number as it is written, and for a document (118/2025/NĐ-CP) what people keep of it: 118/2025, NĐ 118.</summary>
    public static IEnumerable<string> Of(string exact)
    {
        yield return Plain(exact);
        if (Document().Match(VietnameseText.Fold(exact)) is not { Success: true } number) yield break;

        var serial = number.Groups["serial"].Value.TrimStart('0');
        if (number.Groups["year"].Success) yield return $"{serial}/{number.Groups["year"].Value}";
        var kind = number.Groups["kind"].Value;
        yield return $"{kind}:{serial}";
        if (kind == "qh") yield return $"nq:{serial}";
    }

    /// <summary>Every run of neighbouring pieces that might be a number: "gọi 082 507 7988" asks for 0825077988 too.</summary>
    public static IReadOnlySet<string> In(string question)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        if (!question.Any(char.IsDigit)) return numbers;

        var pieces = question.Split(' ', MostPieces + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostPieces).ToArray();
        for (var first = 0; first < pieces.Length; first++)
        {
            for (var last = first; last < pieces.Length; last++)
            {
                var number = Plain(string.Concat(pieces[first..(last + 1)]));
                var isWhole = first == 0 && last == pieces.Length - 1;
                if (number.Any(char.IsDigit) && (isWhole || number.Length >= ShortestPiece)) numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>Documents named by a part of their number: “nghị định số 156 năm 2026”, “ND118”, “118-2025”.</summary>
    public static IReadOnlySet<string> DocumentsIn(string question)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        if (!question.Any(char.IsDigit)) return named;

        var folded = VietnameseText.Fold(question);
        var kind = Kinds.FirstOrDefault(one => one.Said.IsMatch(folded)).Kind;
        foreach (Match number in Serial().Matches(folded))
        {
            var serial = number.Groups["serial"].Value.TrimStart('0');
            if (number.Groups["year"].Success) named.Add($"{serial}/{number.Groups["year"].Value}");
            else if (kind is not null) named.Add($"{kind}:{serial}");
        }

        if (named.Count == 0 || kind is null || Year().Match(folded) is not { Success: true } year) return named;
        foreach (var one in named.Where(one => one.StartsWith(kind + ":", StringComparison.Ordinal)).ToList()) named.Add($"{one[(kind.Length + 1)..]}/{year.Value}");
        return named;
    }

    // +84 825 077 988 is 0825077988 to everybody who dials it here.
    private static string Domestic(string number) =>
        number.Length is 11 or 12 && number.StartsWith("84", StringComparison.Ordinal) && number.All(char.IsAsciiDigit)
            ? "0" + number[2..]
            : number;

    [GeneratedRegex(@"^(?<serial>[0-9]{1,5})/(?:(?<year>(?:19|20)[0-9]{2})/)?(?<kind>[a-z]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    [GeneratedRegex(@"(?<![0-9./-])(?<serial>0*[1-9][0-9]{0,4})(?:\s*(?:[/.-]|nam|\s)\s*(?<year>(?:19|20)[0-9]{2}))?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
