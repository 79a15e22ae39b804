using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>Who is told at which step of a promise, unit by unit.</summary>
[Needs(Deed.ManageCalendar)]
public sealed class RemindersModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public ClockKind? Clock { get; set; }
    [BindProperty] public int Step { get; set; } = ReminderRule.Steps[0];
    [BindProperty] public string? Post { get; set; }
    [BindProperty] public Guid? Remove { get; set; }
    public IReadOnlyList<ReminderRule> Rules { get; private set; } = [];
    public List<Problem> Problems { get; } = [];
    public IEnumerable<Unit> Units => visit.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer);

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        await Load(stop);
        if (Remove is { } id)
        {
            if (await db.ReminderRules.SingleOrDefaultAsync(rule => rule.Id == id, stop) is { } old)
            {
                db.Remove(old);
                Record($"bỏ {old.UnitCode} {old.Clock} {old.Step} {old.Post}");
            }
        }
        else if (Check() is { } rule)
        {
            db.ReminderRules.Add(rule);
            Record($"thêm {rule.UnitCode} {rule.Clock} {rule.Step} {rule.Post}");
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = Remove is null ? "Đã thêm dòng." : "Đã bỏ dòng.";
        return RedirectToPage("Reminders");
    }

    public string UnitOf(string code) => code switch
    {
        ReminderRule.AnyUnit => "Mọi đơn vị",
        ReminderRule.Triage => "Hàng chờ phân loại",
        _ => visit.Site.UnitByCode(code)?.Name ?? code,
    };

    public string PostOf(string post) => post switch
    {
        ReminderRule.Officer => "Người phụ trách",
        ReminderRule.UpperHead => "Thủ trưởng cấp trên",
        nameof(Role.UnitHandler) => "Người xử lý của đơn vị",
        nameof(Role.UnitHead) => "Thủ trưởng đơn vị",
        _ => post.Split('@') is var parts && Enum.TryParse<Role>(parts[0], out var role) ? role.Vi() + (parts.Length > 1 ? " · " + (visit.Site.UnitByCode(parts[1])?.Code ?? parts[1]) : " của đơn vị") : post,
    };

    public static string StepWords(int step) => step < 0 ? $"trước hạn {-step} ngày làm việc" : $"quá hạn {step} ngày làm việc";

    private ReminderRule? Check()
    {
        if (UnitCode is not (ReminderRule.AnyUnit or ReminderRule.Triage) && !Units.Any(unit => unit.Code == UnitCode))
        {
            Problems.Add(new Problem("UnitCode", "Hãy chọn đơn vị."));
        }
        if (!ReminderRule.Steps.Contains(Step))
        {
            Problems.Add(new Problem("Step", "Hãy chọn mốc."));
        }
        if (Post is null || !ReminderRule.IsPost(Post) || (Post.Split('@') is [_, var unitCode] && visit.Site.UnitByCode(unitCode) is null))
        {
            Problems.Add(new Problem("Post", "Hãy chọn ai được báo."));
        }
        else if (Rules.Any(rule => rule.UnitCode == UnitCode && rule.Clock == Clock && rule.Step == Step && rule.Post == Post))
        {
            Problems.Add(new Problem("Post", "Dòng này đã có."));
        }
        return Problems.Count > 0 ? null : new ReminderRule { UnitCode = UnitCode!, Clock = Clock, Step = Step, Post = Post! };
    }

    private void Record(string detail) =>
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "reminders-changed", Subject = "reminders", Detail = detail });

    private async Task Load(CancellationToken stop) =>
        Rules = [.. (await db.ReminderRules.AsNoTracking().ToListAsync(stop)).OrderBy(rule => rule.UnitCode, StringComparer.Ordinal).ThenBy(rule => rule.Clock).ThenBy(rule => rule.Step).ThenBy(rule => rule.Post, StringComparer.Ordinal)];
}
