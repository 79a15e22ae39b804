using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The surveys that take answers, and those that are over with their results.</summary>
public sealed class SurveysModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Edition Edition, Survey Survey)> Surveys { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Today = VietnamTime.Day(clock.GetUtcNow());
        Surveys = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Survey).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => (Edition: edition, Survey: edition.As<Survey>())).Where(one => one.Survey.Until is not null).OrderByDescending(one => one.Survey.Until)];
    }
}
