using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RoutingOfCases = CCHC.Portal.Cases.Routing;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>Names the intake officer who holds the queue of what no line fits: a new version of the table with the same lines.</summary>
[Needs(Deed.ManageRouting)]
public sealed class HoldModel(PortalDb db, Visit visit, RoutingOfCases routing, RoutingChanges changes, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid? Owner { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public int Basis { get; set; }
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var newest = await Load(stop);
        (Owner, Basis) = (newest.UnmatchedOwnerId, newest.Number);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var newest = await Load(stop);
        Why = VietnameseText.CleanLine(Why);
        if (Owner is { } chosen && People.All(person => person.Id != chosen))
        {
            Problems.Add(new Problem("Owner", "Hãy chọn một cán bộ đầu mối trong danh sách."));
        }
        if (Why is not { Length: > 0 and <= 300 })
        {
            Problems.Add(new Problem("Why", "Hãy ghi vì sao thay đổi, không quá 300 ký tự."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        var table = new RoutingTable { Number = newest.Number + 1, EffectiveFrom = newest.EffectiveFrom > now ? newest.EffectiveFrom : now, MadeAt = now, MadeBy = visit.Me.PersonId, Why = Why, UnmatchedOwnerId = Owner };
        var rules = (await routing.Rules(newest.Number, stop)).Select((rule, order) => rule.In(table.Number, order)).ToList();
        if (Basis != newest.Number || !await changes.Make(table, rules, stop))
        {
            Basis = (await Load(stop)).Number;
            Problems.Add(new Problem("Why", "Vừa có bản mới hơn của bảng. Hãy xem lại rồi lưu lần nữa."));
            return this.Overtaken();
        }
        TempData["Flash"] = $"Đã lưu bản {table.Number} của bảng định tuyến.";
        return RedirectToPage("Index", new { ban = table.Number });
    }

    private async Task<RoutingTable> Load(CancellationToken stop)
    {
        var officers = await db.People.AsNoTracking().Where(person => person.IsActive && person.Memberships.Any(held => held.Role == Role.IntakeOfficer)).OrderBy(person => person.FullName).Select(person => new { person.Id, person.FullName }).ToListAsync(stop);
        People = [.. officers.Select(person => (person.Id, person.FullName))];
        return await changes.Newest(stop);
    }
}
