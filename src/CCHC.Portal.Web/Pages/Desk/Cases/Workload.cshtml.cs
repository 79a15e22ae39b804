using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>What each officer has in hand, for those who share the work out.</summary>
[Needs(Deed.AssignFeedback)]
public sealed class WorkloadModel(OfficerChoices choices, Visit visit, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(string Unit, IReadOnlyList<OfficerChoice> Officers)> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var officers = await choices.Of(visit.Me.UnitsFor(Deed.AssignFeedback), VietnamTime.Day(clock.GetUtcNow()), stop);
        Units = [.. officers.GroupBy(officer => officer.Unit).OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => (unit.Key, (IReadOnlyList<OfficerChoice>)[.. unit.OrderByDescending(officer => officer.Load.Late).ThenByDescending(officer => officer.Load.Open)]))];
    }
}
