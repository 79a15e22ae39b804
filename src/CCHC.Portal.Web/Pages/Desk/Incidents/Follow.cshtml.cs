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

/// <summary>One incident: who was told and when, until it is closed.</summary>
[Needs(Deed.ReadIncidents)]
public sealed class FollowModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int MostText = 3_000;
    private const string Authority = "co-quan", Waive = "khong-bao", People = "nguoi-dan", Close = "dong";
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    public static readonly IReadOnlyList<(string Key, string Label)> Steps =
    [
        (Authority, "Đã báo cơ quan có thẩm quyền"), (People, "Đã báo người có dữ liệu bị ảnh hưởng"), (Waive, "Không phải báo cơ quan có thẩm quyền"), (Close, "Đóng sự cố"),
    ];

    [BindProperty] public string? Step { get; set; }
    [BindProperty] public string? At { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Incident Incident { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    public string NameOf(Guid person) => names.GetValueOrDefault(person, "Người đã rời");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        At = IncidentMoment.Typed(Now);
        return await Find(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!visit.Me.Can(Deed.KeepIncidents) || !await Find(id, stop))
        {
            return NotFound();
        }
        if (Incident.ClosedAt is not null || Incident.Version != Version)
        {
            Version = Incident.Version;
            return this.Overtaken();
        }
        ModelState.Clear();
        Text = VietnameseText.Clean(Text);
        Write();
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = visit.Me.PersonId, What = "incident-followed", Subject = Incident.Id.ToString("n"), Detail = Step! });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ghi vào sổ.";
        return RedirectToPage();
    }

    private void Write()
    {
        var at = IncidentMoment.Read(At, Now);
        if (Step is Authority or People && (at is null || at < Incident.DiscoveredAt))
        {
            Problems.Add(new Problem(nameof(At), "Hãy ghi lúc báo, sau lúc phát hiện và không muộn hơn bây giờ."));
        }
        if (Text is not { Length: > 0 and <= MostText })
        {
            Problems.Add(new Problem(nameof(Text), "Hãy ghi rõ, không quá 3.000 ký tự."));
        }
        if (!Steps.Any(step => step.Key == Step))
        {
            Problems.Add(new Problem(nameof(Step), "Hãy chọn việc đã làm."));
        }
        if (Step == Close && Incident.WhyNotClose is { } why)
        {
            Problems.Add(new Problem(nameof(Step), why));
        }
        if (Problems.Count == 0)
        {
            Keep(at ?? Now, Text!);
        }
    }

    private void Keep(DateTimeOffset at, string text)
    {
        switch (Step)
        {
            case Authority:
                Incident.TellAuthority(at, text);
                break;
            case People:
                Incident.TellPeople(at, text);
                break;
            case Waive:
                Incident.Waive(text, Now);
                break;
            default:
                Incident.Close(text, visit.Me.PersonId, Now);
                break;
        }
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.Incidents.SingleOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }
        Incident = found;
        names = await db.NamesOf([found.RecordedBy, found.ClosedBy], stop);
        return true;
    }
}
