using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Audit;

/// <summary>The record of who did or looked at what; to be read, never to be changed.</summary>
[Needs(Deed.ReadAudit)]
public sealed class IndexModel(PortalDb db, AuditLines lines) : PageModel
{
    public AuditFilter Filter { get; private set; } = new(null, null, "", null);
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    /// <summary>What the last night's look at the record itself found, when it found something.</summary>
    public (string When, string Words)? Fault { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "trang")] int? page, CancellationToken stop)
    {
        Filter = AuditFilter.Of(Request.Query);
        var entries = Filter.In(db.AuditEntries.AsNoTracking());
        var count = await entries.CountAsync(stop);
        Pager = new Pager(Pager.Within(page, count), count, "dòng", Pager.AddressHere(Request));
        Lines = await lines.Of(await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip((Pager.Page - 1) * Pager.Size).Take(Pager.Size).ToListAsync(stop), stop);
        People = [.. (await db.People.AsNoTracking().Select(person => new { person.Id, person.FullName }).ToListAsync(stop)).OrderBy(person => person.FullName, StringComparer.CurrentCulture).Select(person => (person.Id, person.FullName))];
        Fault = await db.AuditEntries.AsNoTracking().Where(entry => entry.What == ProveHistoriesJob.AuditBroken).OrderByDescending(entry => entry.At).FirstOrDefaultAsync(stop) is { } broken ? (VietnamTime.Moment(broken.At), broken.Detail) : null;
    }
}
