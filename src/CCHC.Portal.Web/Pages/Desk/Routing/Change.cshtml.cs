using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RoutingOfCases = CCHC.Portal.Cases.Routing;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>Changes, adds or leaves out one line: a new version of the table, tried on the last hundred cases first if asked.</summary>
[Needs(Deed.ManageRouting)]
public sealed class ChangeModel(PortalDb db, Visit visit, RoutingOfCases routing, RoutingChanges changes, TimeProvider clock) : PageModel
{
    private List<RoutingRule> rules = [];
    private List<Person> officers = [];
    private RoutingRule? changed;

    [BindProperty(SupportsGet = true, Name = "dong")] public Guid? RuleId { get; set; }
    [BindProperty] public RuleForm Form { get; set; } = new();
    [BindProperty] public int Basis { get; set; }
    [BindProperty] public string? Do { get; set; }
    public RoutingRule? Old { get; private set; }
    public IReadOnlyList<Rerouted>? Run { get; private set; }
    public bool IsOvertaken { get; private set; }
    public List<Problem> Problems { get; } = [];
    public int Count => rules.Count;
    public IEnumerable<Unit> Units => visit.Site.Units.Where(unit => unit.Kind != UnitKind.Queue).OrderBy(unit => unit.Kind);
    public IEnumerable<FeedbackKind> Kinds => Enum.GetValues<FeedbackKind>().Where(kind => kind is not (FeedbackKind.Denunciation or FeedbackKind.Spam));

    public IEnumerable<(Guid Id, string Name)> People =>
        officers.Select(person => (person.Id, $"{person.FullName} · {string.Join(", ", person.Memberships.Where(held => held.Role == Role.UnitHandler).Select(held => visit.Site.UnitById(held.UnitId)?.Code))}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var newest = await Load(stop);
        if (RuleId is not null && Old is null)
        {
            return NotFound();
        }
        var from = newest.EffectiveFrom > clock.GetUtcNow() ? newest.EffectiveFrom : clock.GetUtcNow();
        Form = Old is { } rule ? RuleForm.Of(rule, from) : new RuleForm { Position = rules.Count + 1, From = RuleForm.Typed(from) };
        Basis = newest.Number;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var newest = await Load(stop);
        if (Basis != newest.Number)
        {
            return NewerThan(newest);
        }
        var table = Read(newest);
        if (table is null)
        {
            return this.Invalid();
        }
        var made = Made(table.Number);
        if (Do is "run" or "run-without")
        {
            Run = await changes.DryRun(visit.Site, visit.Me, rules, made, stop);
            return Page();
        }
        if (!await changes.Make(table, made, stop))
        {
            return NewerThan(await Load(stop));
        }
        TempData["Flash"] = $"Đã lưu bản {table.Number} của bảng định tuyến.";
        return RedirectToPage("Index", new { ban = table.Number });
    }

    private IActionResult NewerThan(RoutingTable newest)
    {
        (IsOvertaken, Basis) = (true, newest.Number);
        return this.Overtaken();
    }

    private RoutingTable? Read(RoutingTable newest)
    {
        if (Do is "remove" or "run-without")
        {
            if (Old is null)
            {
                Problems.Add(new Problem("Kind", "Dòng này không còn trong bảng."));
            }
        }
        else
        {
            changed = Form.Rule(visit.Site, OwnersOf(Form.UnitCode), Problems);
        }
        var from = Form.EffectiveFrom(newest, clock.GetUtcNow(), Problems);
        return Problems.Count > 0 || from is null ? null
            : new RoutingTable { Number = newest.Number + 1, EffectiveFrom = from.Value, MadeAt = clock.GetUtcNow(), MadeBy = visit.Me.PersonId, Why = Form.Why!, UnmatchedOwnerId = newest.UnmatchedOwnerId };
    }

    private List<RoutingRule> Made(int number)
    {
        var lines = rules.Where(rule => rule.Id != Old?.Id).ToList();
        if (changed is { } line)
        {
            lines.Insert(Math.Clamp((Form.Position ?? lines.Count + 1) - 1, 0, lines.Count), line);
        }
        return [.. lines.Select((rule, order) => rule.In(number, order))];
    }

    private List<Guid> OwnersOf(string? unitCode) =>
        [.. officers.Where(person => person.Memberships.Exists(held => held.Role == Role.UnitHandler && held.UnitId == visit.Site.UnitByCode(unitCode)?.Id)).Select(person => person.Id)];

    private async Task<RoutingTable> Load(CancellationToken stop)
    {
        var newest = await changes.Newest(stop);
        rules = await routing.Rules(newest.Number, stop);
        officers = await db.People.AsNoTracking().Where(person => person.IsActive && person.Memberships.Any(held => held.Role == Role.UnitHandler)).Include(person => person.Memberships).OrderBy(person => person.FullName).ToListAsync(stop);
        Old = rules.Find(rule => rule.Id == RuleId);
        return newest;
    }
}
