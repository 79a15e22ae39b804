using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The goals of each year, newest first.</summary>
public sealed class GoalsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, YearGoals Goals)> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Years = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.YearGoals).ForReader(visit.Culture).ToListAsync(stop)).Select(edition => (edition, goals: edition.As<YearGoals>())).OrderByDescending(pair => pair.goals.Year)];
}
