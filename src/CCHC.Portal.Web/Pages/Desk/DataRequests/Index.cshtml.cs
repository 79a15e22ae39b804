using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.DataRequests;

/// <summary>What senders ask about their own data, nearest day first.</summary>
[Needs(Deed.TriageFeedback)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(DataRequest Asked, string Code)> Lines { get; private set; } = [];
    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken stop)
    {
        var visible = db.Feedback.AsNoTracking().VisibleTo(visit.Me);
        var rows = await db.DataRequests.AsNoTracking().OrderBy(asked => asked.State == DataRequestState.Asked ? 0 : 1).ThenBy(asked => asked.DueOn)
            .Join(visible, asked => asked.FeedbackId, feedback => feedback.Id, (asked, feedback) => new { asked, feedback.ReferenceCode }).Take(Most).ToListAsync(stop);
        Lines = [.. rows.Select(row => (row.asked, row.ReferenceCode))];
    }
}
