using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>Phone and document numbers as they are compared: letters and digits only, however they were grouped.</summary>
internal static class Numbers
{
    private const int MostPieces = 12;
    private const int ShortestPiece = 3;

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.Fold(text))
            if (char.IsLetterOrDigit(letter)) plain.Append(letter);

        return Domestic(plain.ToString());
    }

    /// <summary>Every run of neighbouring pieces that might be a number: "gọi 082 507 7988" asks for 0825077988 too.</summary>
    public static IReadOnlySet<string> In(string question)
    {
        var pieces = question.Split(' ', MostPieces + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostPieces).ToArray();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
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

    // +84 825 077 988 is 0825077988 to everybody who dials it here.
    private static string Domestic(string number) =>
        number.Length is 11 or 12 && number.StartsWith("84", StringComparison.Ordinal) && number.All(char.IsAsciiDigit)
            ? "0" + number[2..]
            : number;
}
