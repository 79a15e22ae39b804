using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Promises;

/// <summary>The promise board: how each unit keeps its word, by month and quarter.</summary>
public sealed class IndexModel(PromiseBoard promises, Visit visit, Translator t, TimeProvider clock) : PageModel
{
    private const int Quarters = 8, Months = 12, RowHeight = 56, Widest = 620;

    public BoardTable Board { get; private set; } = null!;
    public IReadOnlyList<FigurePeriod> Periods { get; private set; } = [];
    public IReadOnlyList<PromiseBar> Bars { get; private set; } = [];
    public int ChartHeight => Math.Max(1, Bars.Count * RowHeight);

    public async Task OnGetAsync([FromQuery(Name = "ky")] string? asked, CancellationToken stop)
    {
        Periods = PeriodsUntil(VietnamTime.Day(clock.GetUtcNow()));
        Board = await promises.Of(visit.Site, Chosen(asked, Periods), stop);
        var drawn = Board.Lines.Where(line => line is { OnTime: not null, Late: not null } && line.OnTime + line.Late > 0).ToList();
        var most = Math.Max(1, drawn.Max(line => line.OnTime + line.Late) ?? 1);
        Bars = [.. drawn.Select((line, row) => PromiseBar.Of(NameOf(line), line.OnTime!.Value, line.Late!.Value, row * RowHeight, (double)Widest / most))];
    }

    /// <summary>The quarters and months that can be chosen, newest first; the present quarter stands first.</summary>
    public static IReadOnlyList<FigurePeriod> PeriodsUntil(DateOnly today)
    {
        List<FigurePeriod> periods = [FigurePeriod.QuarterOf(today)];
        while (periods.Count < Quarters)
        {
            periods.Add(periods[^1].Before);
        }
        periods.Add(FigurePeriod.MonthOf(today));
        while (periods.Count < Quarters + Months)
        {
            periods.Add(periods[^1].Before);
        }
        return periods;
    }

    /// <summary>Only what can be chosen: others would fill the cache.</summary>
    public static FigurePeriod Chosen(string? asked, IReadOnlyList<FigurePeriod> periods) => FigurePeriod.Read(asked) is { } period && periods.Contains(period) ? period : periods[0];

    public string Words(FigurePeriod period) => period.Span == FigureSpan.Month ? t["tháng {0}/{1}", period.Number, period.Year] : t["quý {0}/{1}", period.Number, period.Year];

    public string NameOf(BoardLine line) => visit.Site.UnitById(line.UnitId)?.NameIn(visit.Culture) ?? t["Đang phân loại"];

    /// <summary>A hidden number is said to be hidden.</summary>
    public string Number(int? value) => value?.ToString("N0", CultureInfo.GetCultureInfo(visit.IsEnglish ? "en" : "vi")) ?? t["ít"];

    public string Days(double? value) => value?.ToString("0.#", CultureInfo.GetCultureInfo(visit.IsEnglish ? "en" : "vi")) ?? "–";
}

/// <summary>A bar of the chart, in the units of its drawing.</summary>
public sealed record PromiseBar(string Name, int Y, string OnTime, string Late, string End, string Said)
{
    public int LabelY => Y - 6;
    public int TextY => Y + 15;

    public static PromiseBar Of(string name, int onTime, int late, int top, double scale) => new(
        name, top + 22, Text(onTime * scale), Text(late * scale), Text(((onTime + late) * scale) + 8), $"{onTime} / {onTime + late}");

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
