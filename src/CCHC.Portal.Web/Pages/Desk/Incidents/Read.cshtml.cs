using CCHC.Portal.Language;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Incidents;

/// <summary>One incident: what is known of it grows until it is closed; every change is in the audit log.</summary>
[Needs(Deed.ReadIncidents)]
public sealed class ReadModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Data { get; set; }
    [BindProperty] public string? Measures { get; set; }
    [BindProperty] public string? Authority { get; set; }
    [BindProperty] public string? People { get; set; }
    [BindProperty] public string? Go { get; set; }
    [BindProperty] public int Version { get; set; }
    public Incident Incident { get; private set; } = null!;
    public string Writer { get; private set; } = "";
    public List<Problem> Problems { get; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        (Data, Measures, Authority, People) = (Incident.Data, Incident.Measures, Incident.AuthorityNote, Incident.PeopleNote);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop) || !visit.Me.Can(Deed.KeepIncidents))
        {
            return NotFound();
        }
        if (Incident.ClosedAt is not null || Version != Incident.Version)
        {
            return this.Overtaken();
        }
        (Data, Measures, Authority, People) = (VietnameseText.Clean(Data), VietnameseText.Clean(Measures), VietnameseText.CleanLine(Authority), VietnameseText.CleanLine(People));
        foreach (var (field, text, most) in new[] { (nameof(Data), Data, 4_000), (nameof(Measures), Measures, 4_000), (nameof(Authority), Authority, 500), (nameof(People), People, 500) })
        {
            if (text.Length > most)
            {
                Problems.Add(new Problem(field, $"Dài quá {most} ký tự."));
            }
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        return await Keep(stop);
    }

    private async Task<IActionResult> Keep(CancellationToken stop)
    {
        Incident.Know(Data!, Measures!);
        if (Authority != "" && Authority != Incident.AuthorityNote)
        {
            Incident.TellAuthority(Authority!, Incident.AuthorityToldAt ?? Now);
        }
        if (People != "" && People != Incident.PeopleNote)
        {
            Incident.TellPeople(People!, Incident.PeopleToldAt ?? Now);
        }
        if (Go == "close" && Incident.WhyOpen is { } why)
        {
            Problems.Add(new Problem(Incident.Data == "" ? nameof(Data) : Incident.Measures == "" ? nameof(Measures) : nameof(Authority), why));
            return this.Invalid();
        }
        if (Go == "close")
        {
            Incident.Close(visit.Me.PersonId, Now);
        }
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = visit.Me.PersonId, What = Go == "close" ? "incident-closed" : "incident-changed", Subject = Incident.Id.ToString("n") });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = Go == "close" ? "Đã khép sự cố." : "Đã lưu.";
        return RedirectToPage("Read", new { id = Incident.Id.ToString("n") });
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.Incidents.SingleOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }
        Incident = found;
        Writer = (await db.NamesOf([found.By], stop)).GetValueOrDefault(found.By, "Người đã rời");
        return true;
    }
}
