namespace CCHC.Portal.Time;

/// <summary>A day off that the law lets expect, before the year's decision is made known.</summary>
public sealed record ProposedHoliday(DateOnly Date, CalendarDayKind Kind, string Name, string Source)
{
    private const string Law = "Bộ luật Lao động 45/2019 Điều 112", InLieu = "Bộ luật Lao động 45/2019 Điều 111 khoản 3";

    /// <summary>The days off of a year: fixed by law, by the moon, and in lieu of those that fall on a weekend.</summary>
    public static IReadOnlyList<ProposedHoliday> Of(int year)
    {
        var days = Named(year).OrderBy(day => day.Date).ToList();
        var taken = days.Select(day => day.Date).ToHashSet();
        // Whether the culture day is made up for is not settled (regulation.md §9): it is not.
        foreach (var weekend in days.Where(day => IsWeekend(day.Date) && !day.Name.StartsWith("Ngày Văn hóa", StringComparison.Ordinal)).ToList())
        {
            var lieu = weekend.Date.AddDays(1);
            while (IsWeekend(lieu) || !taken.Add(lieu))
            {
                lieu = lieu.AddDays(1);
            }
            days.Add(new ProposedHoliday(lieu, CalendarDayKind.LieuOff, $"Nghỉ bù: {weekend.Name.Replace("Nghỉ ", "", StringComparison.Ordinal)}", InLieu));
        }
        return [.. days.OrderBy(day => day.Date)];
    }

    private static IEnumerable<ProposedHoliday> Named(int year)
    {
        yield return Off(new DateOnly(year, 1, 1), "Tết Dương lịch", Law);
        // Five days: the last of the old year and four of the new one, as decreed in recent years.
        var newYear = LunarCalendar.NewYear(year);
        for (var day = -1; day < 4; day++)
        {
            yield return Off(newYear.AddDays(day), "Nghỉ Tết Nguyên đán", "Tính từ mùng 1 Tết; chờ thông báo chính thức");
        }
        yield return Off(LunarCalendar.ToSolar(new LunarDay(year, 3, 10))!.Value, "Giỗ Tổ Hùng Vương", Law + " (ngày âm lịch do cổng tính)");
        yield return Off(new DateOnly(year, 4, 30), "Ngày Chiến thắng", Law);
        yield return Off(new DateOnly(year, 5, 1), "Ngày Quốc tế lao động", Law);
        yield return Off(new DateOnly(year, 9, 2), "Quốc khánh", Law);
        yield return Off(IsWeekend(new DateOnly(year, 9, 1))
            ? new DateOnly(year, 9, 3) : new DateOnly(year, 9, 1), "Quốc khánh, ngày nghỉ liền kề", Law + " khoản 3: Thủ tướng quyết định hằng năm");
        if (year >= 2026)
        {
            yield return Off(new DateOnly(year, 11, 24), "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16");
        }
    }

    private static ProposedHoliday Off(DateOnly date, string name, string source) => new(date, CalendarDayKind.Holiday, $"{name} (dự kiến)", source);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
