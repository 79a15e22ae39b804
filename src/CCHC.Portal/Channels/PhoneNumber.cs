namespace CCHC.Portal.Channels;

/// <summary>Vietnamese telephone numbers as people write them (regulation.md §10).</summary>
public static class PhoneNumber
{
    /// <summary>The number as +84…; null when it is none: mobile 10 digits (03, 05, 07, 08, 09), land line 11 digits (02).</summary>
    public static string? Normalise(string typed)
    {
        if (typed.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '.' or '-' or '+' or '(' or ')')))
        {
            return null;
        }
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        digits = typed.TrimStart().StartsWith('+') || digits.StartsWith("84", StringComparison.Ordinal) && digits.Length >= 11 && digits[2] != '0'
            ? digits.StartsWith("84", StringComparison.Ordinal) ? "0" + digits[2..] : ""
            : digits;
        var isMobile = digits.Length == 10 && digits[0] == '0' && digits[1] is ('3' or '5' or '7' or '8' or '9');
        var isLandLine = digits.Length == 11 && digits.StartsWith("02", StringComparison.Ordinal);
        return isMobile || isLandLine ? "+84" + digits[1..] : null;
    }
}
