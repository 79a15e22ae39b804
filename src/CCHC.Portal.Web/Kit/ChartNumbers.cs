using System.Globalization;

namespace CCHC.Portal.Web.Kit;

/// <summary>How a measured number is said: 92,4 in Vietnamese, 92.4 in English.</summary>
public static class ChartNumbers
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN"), English = CultureInfo.GetCultureInfo("en-GB");

    public static string Say(decimal value, string culture) => value.ToString("#,0.##", culture == "en" ? English : Vietnamese);
}
