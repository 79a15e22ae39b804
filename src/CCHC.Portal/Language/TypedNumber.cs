using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Language;

/// <summary>A measured number as people type it: 92,4 or 92.4. One with both signs could mean two things and is not read.</summary>
public static partial class TypedNumber
{
    public static decimal? Read(string text) =>
        Shape().IsMatch(text.Trim()) && decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Write(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');

    [GeneratedRegex("^-?[0-9]{1,9}([.,][0-9]{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
