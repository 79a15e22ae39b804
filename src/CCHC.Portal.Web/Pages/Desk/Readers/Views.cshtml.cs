using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>What is read: totals by day, and the pages opened most in 7 or 30 days. Numbers only, nobody behind them.</summary>
[Needs(Deed.ReadViews)]
public sealed class ViewsModel(ViewFigures figures, TimeProvider clock) : PageModel
{
    private const int Most = 50, Few = 20;

    [BindProperty(SupportsGet = true, Name = "ngay")] public int Days { get; set; } = 30;

    public IReadOnlyList<(DateOnly Day, int Views)> ByDay { get; private set; } = [];
    public IReadOnlyList<ViewLine> Pages { get; private set; } = [];
    public IReadOnlyList<(string Words, int Times)> Sought { get; private set; } = [];
    public int Total => ByDay.Sum(day => day.Views);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Days = Days == 7 ? 7 : 30;
        var today = VietnamTime.Day(clock.GetUtcNow());
        ByDay = await figures.ByDay(today.AddDays(1 - Days), today, stop);
        Pages = await figures.MostOpened(today.AddDays(1 - Days), Most, stop);
        Sought = await figures.Sought(today.AddDays(1 - Days), Few, stop);
    }
}
