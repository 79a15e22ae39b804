using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The extensions that wait for this head, nearest deadline first.</summary>
[Needs(Deed.GrantExtension)]
public sealed class ExtensionsModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(CaseLine Line, Extension Asked, DateOnly Until)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var waiting = await db.Extensions.AsNoTracking().WaitingFor(visit.Me, db).ToListAsync(stop);
        var ids = waiting.Select(extension => extension.FeedbackId).ToList();
        var cases = await db.Feedback.AsNoTracking().Where(feedback => ids.Contains(feedback.Id)).ByDeadline().ToListAsync(stop);
        Lines = [.. cases.Select(feedback => (feedback, asked: waiting.First(extension => extension.FeedbackId == feedback.Id)))
            .Select(pair => (CaseLine.Of(pair.feedback, visit.Site, today, new Dictionary<Guid, string>()), pair.asked, visit.Site.Calendar.After(pair.feedback.DueAt ?? pair.asked.OldDueAt, pair.asked.Days)))];
    }
}
