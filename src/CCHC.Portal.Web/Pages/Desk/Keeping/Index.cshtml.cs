using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Keeping;

/// <summary>How long cases keep their words, which are past that time, and the purges proposed and done. Looking purges nothing.</summary>
[Needs(Deed.ReadRetention)]
public sealed class IndexModel(PortalDb db, Visit visit, Purging purging, TimeProvider clock) : PageModel
{
    private const int Shown = 50, Proofs = 20;

    [BindProperty] public string? Reason { get; set; }
    public IReadOnlyList<(FeedbackKind Kind, RetentionRule? Rule)> Rules { get; private set; } = [];
    public IReadOnlyList<DueCase> Due { get; private set; } = [];
    public IReadOnlyList<CasePurge> Purges { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public List<Problem> Problems { get; } = [];
    public bool MayPropose => visit.Me.Can(Deed.ProposePurge);

    /// <summary>What one proposal would take: oldest first, none that is held.</summary>
    public IReadOnlyList<DueCase> Going => [.. Due.Where(one => !one.IsHeld).Take(CasePurge.Most)];
    public IReadOnlyList<DueCase> Listed => [.. Due.Take(Shown)];

    public static IEnumerable<FeedbackKind> Kinds => Enum.GetValues<FeedbackKind>().Where(kind => kind != FeedbackKind.Denunciation);

    public Task OnGetAsync(CancellationToken stop) => Look(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!MayPropose)
        {
            return NotFound();
        }
        await Look(stop);
        Reason = VietnameseText.CleanLine(Reason);
        if (Reason.Length is 0 or > 300)
        {
            Problems.Add(new Problem("Reason", "Hãy ghi căn cứ xóa, không quá 300 ký tự."));
        }
        if (Going.Count == 0)
        {
            Problems.Add(new Problem("Reason", "Không có vụ nào để đề nghị xóa."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        var purge = CasePurge.Propose([.. Going.Select(one => one.Id)], Reason, visit.Me.PersonId, now);
        db.CasePurges.Add(purge);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "purge-proposed", Subject = purge.Id.ToString("n"), Detail = $"{Going.Count}" });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = $"Đã đề nghị xóa {Going.Count} vụ. Một người khác duyệt rồi mới xóa.";
        return RedirectToPage();
    }

    private async Task Look(CancellationToken stop)
    {
        var rules = await db.RetentionRules.AsNoTracking().ToListAsync(stop);
        Rules = [.. Kinds.Select(kind => (kind, rules.Find(rule => rule.Kind == kind)))];
        Due = await purging.Due(Mine, stop);
        Purges = await db.CasePurges.AsNoTracking().OrderByDescending(purge => purge.ProposedAt).Take(Proofs).ToListAsync(stop);
        Names = await db.NamesOf(Purges.SelectMany(purge => new Guid?[] { purge.ProposedBy, purge.DecidedBy }), stop);
    }

    private IQueryable<Feedback> Mine
    {
        get
        {
            if (visit.Me.UnitsFor(Deed.ReadRetention) is not { } units)
            {
                return db.Feedback.NotAbout(visit.Me);
            }
            var ids = units.Select(id => (Guid?)id).ToList();
            return db.Feedback.Where(one => ids.Contains(one.UnitId)).NotAbout(visit.Me);
        }
    }
}
