using System.Globalization;

namespace CCHC.Portal.Time;

/// <summary>Days and hours as people in Viet Nam speak of them, whatever the machine's zone and culture.</summary>
public static class VietnamTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private static readonly string[] Weekdays =
        ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

    public static string NameOf(DayOfWeek day) => Weekdays[(int)day];

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    public static TimeOnly Clock(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    public static string ShortDate(DateTimeOffset instant) => ShortDate(Day(instant));

    public static string ShortDate(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static string LongDate(DateOnly day) => $"{NameOf(day.DayOfWeek)}, {ShortDate(day)}";

    public static string Moment(DateTimeOffset instant) => $"{Hour(Clock(instant))}, {ShortDate(instant)}";

    public static string Hour(TimeOnly time)
    {
        var hour = time.Hour.ToString(CultureInfo.InvariantCulture);
        return time.Minute == 0 ? $"{hour} giờ" : $"{hour} giờ {time.Minute.ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
