namespace CCHC.Portal.Time;

/// <summary>The Vietnamese lunar calendar at UTC+7, computed by Hồ Ngọc Đức's published method: new moons and the sun's longitude.</summary>
public static class LunarCalendar
{
    private const double ZoneDays = 7 / 24.0, Month = 29.530588853, Radian = Math.PI / 180;

    // The Julian day of 01/01/0001, and of the new moon from which the others are counted.
    private const int Epoch = 1721426;
    private const double FirstMoon = 2415021.076998695;

    public static LunarDay FromSolar(DateOnly day)
    {
        var number = Julian(day);
        var start = NewMoonDay(Floor((number - FirstMoon) / Month) + 1);
        start = start > number ? NewMoonDay(Floor((number - FirstMoon) / Month)) : start;
        var (winter, next) = start > EleventhMonth(day.Year) ? (EleventhMonth(day.Year), EleventhMonth(day.Year + 1)) : (EleventhMonth(day.Year - 1), EleventhMonth(day.Year));
        var year = winter == EleventhMonth(day.Year) ? day.Year + 1 : day.Year;
        var months = (start - winter) / 29;
        var leap = next - winter > 365 ? LeapOffset(winter) : int.MaxValue;
        var month = months >= leap ? months + 10 : months + 11;
        month = month > 12 ? month - 12 : month;
        return new LunarDay(month >= 11 && months < 4 ? year - 1 : year, month, number - start + 1, months == leap);
    }

    /// <summary>The day in our calendar; null when that month of that year has no such day or is not doubled.</summary>
    public static DateOnly? ToSolar(LunarDay lunar)
    {
        var year = lunar.Month < 11 ? lunar.Year - 1 : lunar.Year;
        var (winter, next) = (EleventhMonth(year), EleventhMonth(year + 1));
        var months = lunar.Month < 11 ? lunar.Month + 1 : lunar.Month - 11;
        var leap = next - winter > 365 ? LeapOffset(winter) : int.MaxValue;
        months += lunar.IsLeap || months >= leap ? 1 : 0;
        var start = NewMoonDay(Floor(0.5 + ((winter - FirstMoon) / Month)) + months);
        var day = DateOnly.FromDayNumber(start + lunar.Day - 1 - Epoch);
        return FromSolar(day) == lunar ? day : null;
    }

    /// <summary>The first day of the lunar year, mùng 1 Tết.</summary>
    public static DateOnly NewYear(int year) => ToSolar(new LunarDay(year, 1, 1))!.Value;

    private static int Julian(DateOnly day) => day.DayNumber + Epoch;

    private static int Floor(double value) => (int)Math.Floor(value);

    // The month that holds the winter solstice begins on this day.
    private static int EleventhMonth(int year)
    {
        var k = Floor((Julian(new DateOnly(year, 12, 31)) - 2415021) / Month);
        var moon = NewMoonDay(k);
        return SunSector(moon) >= 9 ? NewMoonDay(k - 1) : moon;
    }

    // The first month in which the sun enters no new sign is the doubled one.
    private static int LeapOffset(int winter)
    {
        var k = Floor(((winter - FirstMoon) / Month) + 0.5);
        var (i, last, arc) = (1, -1, SunSector(NewMoonDay(k + 1)));
        while (arc != last && i < 14)
        {
            (last, i) = (arc, i + 1);
            arc = SunSector(NewMoonDay(k + i));
        }
        return i - 1;
    }

    private static int SunSector(int julian)
    {
        var t = (julian - 0.5 - ZoneDays - 2451545) / 36525;
        var anomaly = (357.52910 + (35999.05030 * t) - (0.0001559 * t * t) - (0.00000048 * t * t * t)) * Radian;
        var longitude = 280.46645 + (36000.76983 * t) + (0.0003032 * t * t)
            + ((1.914600 - (0.004817 * t) - (0.000014 * t * t)) * Math.Sin(anomaly))
            + ((0.019993 - (0.000101 * t)) * Math.Sin(2 * anomaly)) + (0.000290 * Math.Sin(3 * anomaly));
        return Floor((longitude - (360 * Math.Floor(longitude / 360))) / 30);
    }

    // The day, in Viet Nam, of the k-th new moon after that of 01/01/1900 (Meeus, Astronomical Algorithms).
    private static int NewMoonDay(int k)
    {
        var t = k / 1236.85;
        var (t2, t3) = (t * t, t * t * t);
        var mean = 2415020.75933 + (29.53058868 * k) + (0.0001178 * t2) - (0.000000155 * t3) + (0.00033 * Sin(166.56 + (132.87 * t) - (0.009173 * t2)));
        var sun = 359.2242 + (29.10535608 * k) - (0.0000333 * t2) - (0.00000347 * t3);
        var moon = 306.0253 + (385.81691806 * k) + (0.0107306 * t2) + (0.00001236 * t3);
        var node = 21.2964 + (390.67050646 * k) - (0.0016528 * t2) - (0.00000239 * t3);
        var turn = ((0.1734 - (0.000393 * t)) * Sin(sun)) + (0.0021 * Sin(2 * sun)) - (0.4068 * Sin(moon)) + (0.0161 * Sin(2 * moon)) - (0.0004 * Sin(3 * moon))
            + (0.0104 * Sin(2 * node)) - (0.0051 * Sin(sun + moon)) - (0.0074 * Sin(sun - moon)) + (0.0004 * Sin((2 * node) + sun)) - (0.0004 * Sin((2 * node) - sun))
            - (0.0006 * Sin((2 * node) + moon)) + (0.0010 * Sin((2 * node) - moon)) + (0.0005 * Sin((2 * moon) + sun));
        var drift = t < -11
            ? 0.001 + (0.000839 * t) + (0.0002261 * t2) - (0.00000845 * t3) - (0.000000081 * t * t3)
            : -0.000278 + (0.000265 * t) + (0.000262 * t2);
        return Floor(mean + turn - drift + 0.5 + ZoneDays);
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Radian);
}

/// <summary>A day of the lunar calendar; the month is doubled in a leap year, and the second one says so.</summary>
public sealed record LunarDay(int Year, int Month, int Day, bool IsLeap = false);
