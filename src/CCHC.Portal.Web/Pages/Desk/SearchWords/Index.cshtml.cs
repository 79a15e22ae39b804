using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Desk.Readers;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.SearchWords;

/// <summary>The groups of words by which residents find what officials call otherwise.</summary>
[Needs(Deed.PublishContent)]
public sealed class IndexModel(PortalDb db, ViewFigures figures, TimeProvider clock) : PageModel
{
    private const int Days = 30, Few = 20;

    public IReadOnlyList<WordGroup> Groups { get; private set; } = [];
    public IReadOnlyList<PinLine> Pins { get; private set; } = [];
    public IReadOnlyList<(string Words, int Times)> Asked { get; private set; } = [];
    public IReadOnlyList<(string Words, int Times)> InVain { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        Groups = [.. (await db.WordGroups.AsNoTracking().ToListAsync(stop)).OrderBy(group => group.OnlyAsks).ThenBy(group => group.Text, StringComparer.Ordinal)];
        Pins = await PinLine.All(db, today, stop);
        (Asked, InVain) = (await figures.Asked(today.AddDays(1 - Days), Few, stop), await figures.Sought(today.AddDays(1 - Days), Few, stop));
    }
}
