using CCHC.Portal.Language;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Incidents;

/// <summary>Writes an incident into the book; what is not known yet is written later.</summary>
[Needs(Deed.KeepIncidents)]
public sealed class RecordModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int MostText = 3_000;

    [BindProperty] public string? Discovered { get; set; }
    [BindProperty] public string? What { get; set; }
    [BindProperty] public string? Touched { get; set; }
    public List<Problem> Problems { get; } = [];

    public void OnGet() => Discovered = IncidentMoment.Typed(clock.GetUtcNow());

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var now = clock.GetUtcNow();
        (What, Touched) = (VietnameseText.Clean(What), VietnameseText.Clean(Touched));
        if (IncidentMoment.Read(Discovered, now) is not { } discovered)
        {
            Problems.Add(new Problem(nameof(Discovered), "Hãy ghi lúc phát hiện, không muộn hơn bây giờ."));
            discovered = now;
        }
        if (What is not { Length: > 0 and <= MostText })
        {
            Problems.Add(new Problem(nameof(What), "Hãy ghi việc gì đã xảy ra, không quá 3.000 ký tự."));
        }
        if (Touched is not { Length: > 0 and <= MostText })
        {
            Problems.Add(new Problem(nameof(Touched), "Hãy ghi dữ liệu nào, của khoảng bao nhiêu người; chưa rõ thì ghi chưa rõ."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var incident = new Incident { DiscoveredAt = discovered, What = What, Touched = Touched, RecordedBy = visit.Me.PersonId, RecordedAt = now };
        db.Incidents.Add(incident);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "incident-recorded", Subject = incident.Id.ToString("n") });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ghi vào sổ. Những người giữ sổ được nhắc qua thư khi gần hết 72 giờ.";
        return RedirectToPage("Follow", new { id = incident.Id });
    }
}
