using System.Text;

namespace CCHC.Portal.Language;

/// <summary>Text for a cell of a spreadsheet: what begins like a formula stays text, whatever opens the file.</summary>
public static class SheetText
{
    private const int Longest = 32_000;   // a cell holds 32,767

    public static string Of(string? text)
    {
        var plain = Tidy(text);
        return LooksLikeFormula(plain) ? "'" + plain : plain;
    }

    /// <summary>Whether a spreadsheet might reckon with it: its first sign that is to be seen, full-width ones read as plain, begins a formula.</summary>
    public static bool LooksLikeFormula(string text)
    {
        foreach (var sign in text)
        {
            if (sign is '\t' or '\r' or '\n')
            {
                return true;
            }
            if (!char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) != System.Globalization.UnicodeCategory.Format)
            {
                // "$=" is a formula to one library that writes workbooks.
                return !char.IsSurrogate(sign) && sign.ToString().Normalize(NormalizationForm.FormKC) is ['=' or '+' or '-' or '@' or '$', ..] or "\u2212" or "\u2013" or "\u2014";
            }
        }
        return false;
    }

    // No workbook may hold control signs or halves of a letter.
    private static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var kept = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length >= Longest)
            {
                break;
            }
            if ((rune.Value >= ' ' || rune.Value is '\t' or '\n' or '\r') && rune.Value is not (0xFFFE or 0xFFFF))
            {
                kept.Append(rune);
            }
        }
        return kept.ToString();
    }
}
