using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>The calendar in the words of the desk.</summary>
public static class DayWords
{
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Vi(this CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.Holiday => "Nghỉ lễ",
        CalendarDayKind.LieuOff => "Nghỉ bù",
        CalendarDayKind.MakeUpWork => "Làm bù",
        CalendarDayKind.ShortDay => "Làm một phần ngày",
        _ => "Như ngày thường",
    };

    public static string Look(this CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.Holiday or CalendarDayKind.LieuOff => "da",
        CalendarDayKind.MakeUpWork or CalendarDayKind.ShortDay => "in",
        _ => "mu",
    };

    public static string Hours(IEnumerable<OpeningHours> hours) =>
        string.Join(", ", hours.OrderBy(span => span.From).Select(span => $"{span.From:HH:mm}–{span.To:HH:mm}")) is { Length: > 0 } said ? said : "Nghỉ";

    public static string? Part(CalendarDay day) => day is { OpensAt: null, ClosesAt: null } ? null : $"từ {day.OpensAt?.ToString("HH:mm") ?? "đầu giờ"} đến {day.ClosesAt?.ToString("HH:mm") ?? "hết giờ"}";
}
