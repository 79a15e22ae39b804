using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RoutingOfCases = CCHC.Portal.Cases.Routing;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>The routing table with all its versions, and the queue of what matches nothing.</summary>
[Needs(Deed.ReadRouting)]
public sealed class IndexModel(PortalDb db, Visit visit, RoutingOfCases routing, RoutingChanges changes, CasesSettings settings, TimeProvider clock) : PageModel
{
    private const int Versions = 20;

    [BindProperty(SupportsGet = true, Name = "ban")] public int? Asked { get; set; }

    public RoutingTable Shown { get; private set; } = null!;
    public int Current { get; private set; }
    public bool IsNewest { get; private set; }
    public IReadOnlyList<RoutingRule> Rules { get; private set; } = [];
    public IReadOnlyList<RoutingTable> Tables { get; private set; } = [];
    public int InTriage { get; private set; }
    public int LateInTriage { get; private set; }
    public int ClassifyWithin => settings.ClassifyWithin;
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        Current = await routing.Current(stop);
        var newest = await changes.Newest(stop);
        Tables = await db.RoutingTables.AsNoTracking().OrderByDescending(table => table.Number).Take(Versions).ToListAsync(stop);
        var wanted = Asked ?? newest.Number;
        Shown = Tables.FirstOrDefault(table => table.Number == wanted) ?? newest;
        IsNewest = Shown.Number == newest.Number;
        Rules = await routing.Rules(Shown.Number, stop);
        Names = await db.NamesOf(Tables.Select(table => table.MadeBy).Append(Shown.UnmatchedOwnerId).Concat(Rules.Select(rule => rule.OwnerId)), stop);
        var (today, clocks) = (VietnamTime.Day(clock.GetUtcNow()), db.CaseClocks);
        var open = db.Feedback.NotAbout(visit.Me);
        InTriage = await open.CountAsync(feedback => feedback.State == FeedbackState.InTriage, stop);
        LateInTriage = await clocks.CountAsync(running => running.Kind == ClockKind.Classify && running.StoppedAt == null && running.DueAt < today && open.Any(feedback => feedback.Id == running.FeedbackId), stop);
    }

    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "Người đã rời") : "";
}
