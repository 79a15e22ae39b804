using System.Globalization;
using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Web.Startup;

/// <summary>Numbers as a CSV file that a spreadsheet opens with its Vietnamese letters and without running anything.</summary>
public static class OpenCsv
{
    public static string Text(IEnumerable<string> head, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder().AppendJoin(',', head).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }
        return text.ToString();
    }

    public static IResult File(string text, string name) => Tagged.Csv(text, name);

    public static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Decimal(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    // Quoted always, and never a formula to a spreadsheet: names are data that somebody types.
    private static string Cell(string? text) => $"\"{SheetText.Of(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
