using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Answers;

/// <summary>The words answers start from, and the units whose answers a head must approve.</summary>
[Needs(Deed.ManageTemplates)]
public sealed class IndexModel(PortalDb db, Visit visit, SiteDirectory sites, TimeProvider clock) : PageModel
{
    [BindProperty] public List<string> Approved { get; set; } = [];
    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());
    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>Units for which somebody may approve.</summary>
    public IReadOnlySet<Guid> HasHead { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var reach = visit.Me.UnitsFor(Deed.ManageTemplates);
        Templates = [.. (await db.AnswerTemplates.AsNoTracking().ToListAsync(stop)).Where(template => reach is null || template.UnitId is null || reach.Contains(template.UnitId.Value)).OrderBy(template => template.IsOff).ThenBy(template => template.Name, StringComparer.Ordinal)];
        Units = await Reached(stop);
        var heads = await db.People.AsNoTracking().Include(person => person.Memberships).Where(person => person.IsActive && person.Memberships.Any(held => held.Role == Role.UnitHead)).ToListAsync(stop);
        var actors = heads.ConvertAll(person => new Actor(person.Id, person.FullName, person.Memberships, visit.Site));
        HasHead = Units.Where(unit => actors.Exists(actor => actor.Can(Deed.ApproveAnswer, new Subject(unit.Id)))).Select(unit => unit.Id).ToHashSet();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var unit in (await Reached(stop)).Where(unit => unit.AnswersNeedApproval != Approved.Contains(unit.Code)))
        {
            unit.AnswersNeedApproval = !unit.AnswersNeedApproval;
            db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "answers-need-approval", Subject = unit.Code, Detail = unit.AnswersNeedApproval ? "on" : "off" });
        }
        await db.SaveChangesAsync(stop);
        await sites.Reload(stop);
        TempData["Flash"] = "Đã lưu.";
        return RedirectToPage();
    }

    private async Task<IReadOnlyList<Unit>> Reached(CancellationToken stop) =>
        [.. (await db.Units.Where(unit => unit.Kind == UnitKind.Internal || unit.Kind == UnitKind.Peer).ToListAsync(stop)).Where(unit => visit.Me.Can(Deed.ManageTemplates, new Subject(unit.Id))).OrderBy(unit => unit.Name, StringComparer.Ordinal)];
}
