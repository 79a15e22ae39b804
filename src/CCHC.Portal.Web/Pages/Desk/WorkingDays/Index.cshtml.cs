using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>A year's days that differ from the week, the weekly hours, and what was changed.</summary>
[Needs(Deed.ManageCalendar)]
public sealed class IndexModel(PortalDb db, TimeProvider clock) : PageModel
{
    private const int Shown = 8;

    [BindProperty(SupportsGet = true, Name = "nam")] public int? Asked { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];
    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();
    public ClockProof? Proof { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = VietnamTime.Day(clock.GetUtcNow()).Year;
        var known = (await db.CalendarDays.AsNoTracking().Select(day => day.Date).ToListAsync(stop)).Select(day => day.Year).Append(now).Append(now + 1).Distinct().Order().ToList();
        Year = Asked is { } wanted && wanted >= known[0] && wanted <= known[^1] ? wanted : now;
        Years = known;
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        Days = await db.CalendarDays.AsNoTracking().Where(day => day.Date >= first && day.Date <= last).OrderBy(day => day.Date).ToListAsync(stop);
        Changes = await db.AuditEntries.AsNoTracking().Where(entry => entry.What == "calendar-changed").OrderByDescending(entry => entry.At).Take(Shown).ToListAsync(stop);
        People = await db.NamesOf(Changes.Select(entry => entry.PersonId), stop);
        Proof = await db.ClockProofs.AsNoTracking().OrderByDescending(proof => proof.Day).FirstOrDefaultAsync(stop);
    }

    public string NameOf(Guid? person) => person is { } id ? People.GetValueOrDefault(id, "Người đã rời") : "Cổng";
}
