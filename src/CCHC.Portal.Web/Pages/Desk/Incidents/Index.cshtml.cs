using System.Globalization;
using CCHC.Portal.Language;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Incidents;

/// <summary>The book of incidents: what was found when, and whether the authority heard of it in time.</summary>
[Needs(Deed.ReadIncidents)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Day { get; set; }
    [BindProperty] public string? Hour { get; set; }
    [BindProperty] public string? What { get; set; }
    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<Incident> Lines { get; private set; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    public static string Head(string text) => text.Split('\n')[0] is { Length: > 90 } line ? line[..90] + "…" : text.Split('\n')[0];

    public string Says(Incident one) => one switch
    {
        { ClosedAt: not null } => "Đã khép",
        { AuthorityToldAt: not null } => one.IsLate(Now) ? "Đã thông báo, muộn" : "Đã thông báo",
        _ when one.IsLate(Now) => "Quá 72 giờ",
        _ => $"Còn {Math.Max(0, (int)(one.TellBy - Now).TotalHours)} giờ",
    };

    public async Task OnGetAsync(CancellationToken stop)
    {
        var here = VietnamTime.Clock(Now);
        (Day, Hour) = (VietnamTime.Day(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), here.ToString("HH:mm", CultureInfo.InvariantCulture));
        await Look(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!visit.Me.Can(Deed.KeepIncidents))
        {
            return NotFound();
        }
        What = VietnameseText.Clean(What);
        var found = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && TimeOnly.TryParse(Hour, CultureInfo.InvariantCulture, out var hour) ? VietnamTime.At(day, hour) : (DateTimeOffset?)null;
        if (found is null || found > Now)
        {
            Problems.Add(new Problem("Day", "Hãy ghi ngày và giờ phát hiện, không sau lúc này."));
        }
        if (What is not { Length: > 0 and <= 4_000 })
        {
            Problems.Add(new Problem("What", "Hãy viết chuyện gì đã xảy ra, nhiều nhất 4.000 ký tự."));
        }
        if (Problems.Count > 0)
        {
            await Look(stop);
            return this.Invalid();
        }
        var incident = new Incident { FoundAt = found!.Value.ToUniversalTime(), What = What, By = visit.Me.PersonId, At = Now };
        db.Incidents.Add(incident);
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = visit.Me.PersonId, What = "incident-recorded", Subject = incident.Id.ToString("n") });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ghi vào sổ sự cố.";
        return RedirectToPage("Read", new { id = incident.Id.ToString("n") });
    }

    private async Task Look(CancellationToken stop) => Lines = await db.Incidents.AsNoTracking().OrderBy(one => one.ClosedAt != null).ThenByDescending(one => one.FoundAt).Take(500).ToListAsync(stop);
}
