using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Obstacles;

/// <summary>What keeps units from their tasks, unanswered ones first.</summary>
[Needs(Deed.TellObstacle)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Obstacle> Lines { get; private set; } = [];
    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken stop) =>
        Lines = await db.Obstacles.AsNoTracking().VisibleTo(visit.Me).OrderBy(one => one.AnsweredAt == null ? 0 : 1).ThenBy(one => one.AnsweredAt == null ? one.Due : DateOnly.MaxValue).ThenByDescending(one => one.At).Take(Most).ToListAsync(stop);
}
