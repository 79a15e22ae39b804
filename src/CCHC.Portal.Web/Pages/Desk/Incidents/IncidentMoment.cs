using System.Globalization;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Incidents;

/// <summary>A moment as a form of the book writes and reads it, in Vietnam time; nothing in it lies ahead.</summary>
public static class IncidentMoment
{
    private const string Shape = "yyyy-MM-ddTHH:mm";

    public static string Typed(DateTimeOffset at) => VietnamTime.Day(at).ToDateTime(VietnamTime.Clock(at)).ToString(Shape, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? typed, DateTimeOffset now) =>
        DateTime.TryParseExact(typed, [Shape, Shape + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year >= 2020
        && VietnamTime.At(DateOnly.FromDateTime(read), TimeOnly.FromDateTime(read)).ToUniversalTime() is var at && at <= now ? at : null;
}
