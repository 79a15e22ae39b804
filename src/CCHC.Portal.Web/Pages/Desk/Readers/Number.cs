using System.Globalization;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>Counts as they are written in Viet Nam: 1.284.</summary>
public static class Number
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static string Of(int count) => count.ToString("#,0", Vietnamese);
}
