using System.Globalization;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Kit;

/// <summary>Days and hours in Vietnam, said in the visitor's language.</summary>
public static class When
{
    /// <summary>An instant for machines, to the second: HTML knows no ten-millionths.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    extension(Visit visit)
    {
        public string Hour(TimeOnly time) => visit.IsEnglish ? time.ToString("H:mm", CultureInfo.InvariantCulture) : VietnamTime.Hour(time);

        public string Moment(DateTimeOffset instant) => visit.IsEnglish
            ? $"{visit.Hour(VietnamTime.Clock(instant))}, {VietnamTime.ShortDate(instant)}"
            : VietnamTime.Moment(instant);

        public string LongDate(DateOnly day) => visit.IsEnglish
            ? day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)
            : VietnamTime.LongDate(day);
    }
}
