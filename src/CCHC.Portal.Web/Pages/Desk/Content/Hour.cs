using System.Globalization;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A day and an hour in Vietnam, as the two fields of a form give them.</summary>
public static class Hour
{
    /// <summary>The instant, or null when either cannot be read.</summary>
    public static DateTimeOffset? At(string? day, string? hour) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && TimeOnly.TryParseExact(hour, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? VietnamTime.At(date, time) : null;
}
