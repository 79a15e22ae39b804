using System.Globalization;

namespace CCHC.Portal.Operations.Incidents;

/// <summary>What is left of the 72 hours, in words.</summary>
public static class IncidentClock
{
    public static string Words(TimeSpan left) =>
        left <= TimeSpan.Zero ? $"đã quá {Hours(-left)}" : $"còn {Hours(left)}";

    private static string Hours(TimeSpan span) =>
        span < TimeSpan.FromHours(1) ? $"{((int)span.TotalMinutes).ToString(CultureInfo.InvariantCulture)} phút" : $"{((int)span.TotalHours).ToString(CultureInfo.InvariantCulture)} giờ";
}
