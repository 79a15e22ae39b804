using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>Which cases figures are counted of, as the address says it: received from when to when, and narrowed by unit, kind, field and channel.</summary>
public sealed record FigureFilter
{
    public const string Path = "/quan-tri/so-lieu/phan-anh", OwnDays = "khoang", NoUnit = "chua-co";
    private const int Quarters = 8, Months = 12, Years = 3;
    private const string Written = "yyyy-MM-dd";

    /// <summary>Null when the days were chosen freely.</summary>
    public FigurePeriod? Period { get; init; }
    public DateOnly First { get; init; }

    /// <summary>The first day no longer counted.</summary>
    public DateOnly End { get; init; }
    public string Unit { get; init; } = "";
    public FeedbackKind? Kind { get; init; }
    public FeedbackField? Field { get; init; }
    public IntakeChannel? Channel { get; init; }

    public string Words => Period?.Words ?? $"từ {VietnamTime.ShortDate(First)} đến {VietnamTime.ShortDate(End.AddDays(-1))}";

    public bool IsNarrow => Unit != "" || Kind is not null || Field is not null || Channel is not null;

    public static FigureFilter Of(IQueryCollection asked, DateOnly today)
    {
        var (period, first, end) = Days(asked, today);
        return new FigureFilter
        {
            Period = period,
            First = first,
            End = end,
            Unit = asked["don-vi"].ToString(),
            Kind = Choice<FeedbackKind>(asked["loai"].ToString()),
            Field = Choice<FeedbackField>(asked["linh-vuc"].ToString()),
            Channel = Choice<IntakeChannel>(asked["kenh"].ToString()),
        };
    }

    /// <summary>What can be chosen, newest first: quarters, months, years.</summary>
    public static IEnumerable<FigurePeriod> Periods(DateOnly today) =>
        Back(FigurePeriod.QuarterOf(today), Quarters).Concat(Back(FigurePeriod.MonthOf(today), Months)).Concat(Back(new FigurePeriod(today.Year, FigureSpan.Year, 1), Years));

    public IQueryable<Feedback> Narrow(IQueryable<Feedback> cases, SiteMap site)
    {
        if (Unit != "")
        {
            Guid? unit = Unit == NoUnit ? null : site.UnitByCode(Unit)?.Id ?? Guid.Empty;
            cases = cases.Where(one => one.UnitId == unit);
        }
        if (Kind is { } kind)
        {
            cases = cases.Where(one => one.Kind == kind);
        }
        if (Field is { } field)
        {
            cases = cases.Where(one => one.Field == field);
        }
        if (Channel is { } channel)
        {
            cases = cases.Where(one => one.Channel == channel);
        }
        return cases;
    }

    /// <summary>An address with this filter, and what is changed in it.</summary>
    public string Address(string path, params (string Name, string Value)[] changes)
    {
        var parts = new Dictionary<string, string?>
        {
            ["ky"] = Period?.Key ?? OwnDays,
            ["tu"] = Period is null ? First.ToString(Written, CultureInfo.InvariantCulture) : "",
            ["den"] = Period is null ? End.AddDays(-1).ToString(Written, CultureInfo.InvariantCulture) : "",
            ["don-vi"] = Unit,
            ["loai"] = Kind?.ToString(),
            ["linh-vuc"] = Field?.ToString(),
            ["kenh"] = Channel?.ToString(),
        };
        foreach (var (name, value) in changes)
        {
            parts[name] = value;
        }
        return path + QueryString.Create(parts.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <summary>Where a number leads: the list of exactly the cases it counts.</summary>
    public string ListOf(FigureNumber number, params (string Name, string Value)[] changes) => Address(Path + "/danh-sach", [.. changes, ("so", number.Key)]);

    private static (FigurePeriod?, DateOnly, DateOnly) Days(IQueryCollection asked, DateOnly today)
    {
        if (asked["ky"].ToString() == OwnDays && Day(asked["tu"].ToString()) is { } from && Day(asked["den"].ToString()) is { } until)
        {
            return from <= until ? (null, from, until.AddDays(1)) : (null, until, from.AddDays(1));
        }
        var period = FigurePeriod.Read(asked["ky"].ToString()) ?? FigurePeriod.QuarterOf(today);
        return (period, period.First, period.End);
    }

    private static IEnumerable<FigurePeriod> Back(FigurePeriod period, int count)
    {
        for (var i = 0; i < count; i++, period = period.Before)
        {
            yield return period;
        }
    }

    private static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200 ? day : null;

    private static T? Choice<T>(string asked) where T : struct, Enum =>
        Enum.TryParse<T>(asked, out var choice) && Enum.IsDefined(choice) && !int.TryParse(asked, CultureInfo.InvariantCulture, out _) ? choice : null;
}
