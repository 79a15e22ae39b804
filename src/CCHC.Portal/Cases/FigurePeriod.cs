using System.Globalization;

namespace CCHC.Portal.Cases;

/// <summary>A month, a quarter or a year that figures are counted for; a case belongs to the period in which it was received.</summary>
public readonly record struct FigurePeriod(int Year, FigureSpan Span, int Number)
{
    public static FigurePeriod MonthOf(DateOnly day) => new(day.Year, FigureSpan.Month, day.Month);

    public static FigurePeriod QuarterOf(DateOnly day) => new(day.Year, FigureSpan.Quarter, ((day.Month - 1) / 3) + 1);

    public DateOnly First => new(Year, Span switch { FigureSpan.Month => Number, FigureSpan.Quarter => (Number * 3) - 2, _ => 1 }, 1);

    /// <summary>The first day that is no longer in it.</summary>
    public DateOnly End => First.AddMonths(Span switch { FigureSpan.Month => 1, FigureSpan.Quarter => 3, _ => 12 });

    /// <summary>As an address and a file name write it: 2026-11, 2026-q4, 2026.</summary>
    public string Key => Span switch
    {
        FigureSpan.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        FigureSpan.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-q{Number}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    public string Words => Span switch
    {
        FigureSpan.Month => $"tháng {Number}/{Year}",
        FigureSpan.Quarter => $"quý {Number}/{Year}",
        _ => $"năm {Year}",
    };

    public FigurePeriod Before => Span switch
    {
        FigureSpan.Month => MonthOf(First.AddDays(-1)),
        FigureSpan.Quarter => QuarterOf(First.AddDays(-1)),
        _ => this with { Year = Year - 1 },
    };

    /// <summary>The months it is made of.</summary>
    public IEnumerable<FigurePeriod> Months()
    {
        for (var month = First; month < End; month = month.AddMonths(1))
        {
            yield return MonthOf(month);
        }
    }

    /// <summary>Reads what <see cref="Key"/> writes; null for anything else.</summary>
    public static FigurePeriod? Read(string? key)
    {
        var parts = (key ?? "").Split('-');
        if (parts.Length > 2 || parts[0].Length != 4 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2200)
        {
            return null;
        }
        var rest = parts.Length == 1 ? "" : parts[1];
        return rest == "" ? parts.Length == 1 ? new FigurePeriod(year, FigureSpan.Year, 1) : null
            : rest is ['q', >= '1' and <= '4'] ? new FigurePeriod(year, FigureSpan.Quarter, rest[1] - '0')
            : rest.Length == 2 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? new FigurePeriod(year, FigureSpan.Month, month)
            : null;
    }
}

public enum FigureSpan { Month, Quarter, Year }
