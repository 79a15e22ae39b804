using System.Globalization;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Sheets;

/// <summary>What was typed into single cells of a file, with words for what cannot be read.</summary>
internal static class SheetCells
{
    public static string? Said(string text) => VietnameseText.CleanLine(text) is { Length: > 0 } said ? said : null;

    public static int? Whole(string text, string what, List<string> wrong)
    {
        if (Said(text) is not { } said)
        {
            return null;
        }
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        wrong.Add($"{what} phải là số nguyên.");
        return null;
    }

    public static DateOnly? Day(string text, string what, List<string> wrong)
    {
        if (Said(text) is not { } said)
        {
            return null;
        }
        if (DateOnly.TryParseExact(said, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        wrong.Add($"{what} viết dạng 31/12/2026.");
        return null;
    }
}
