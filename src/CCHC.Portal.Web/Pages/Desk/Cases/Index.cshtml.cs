using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The inbox: what this person may read, nearest deadline first.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public CaseFilter Filter { get; private set; } = new();
    public IReadOnlyList<CaseQueue> Queues { get; private set; } = [];
    public IReadOnlyList<CaseTile> Tiles { get; private set; } = [];
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];
    /// <summary>How many other senders each case of the page answers.</summary>
    public IReadOnlyDictionary<Guid, int> Followers { get; private set; } = new Dictionary<Guid, int>();

    public Pager Pager { get; private set; } = new(1, 0, "", "");
    public bool MayAssign => visit.Me.Can(Deed.AssignFeedback);

    public IEnumerable<(string Key, string Label)> StateChoices =>
        [(CaseTile.Open, "Đang mở"), .. CaseTile.Choices.Select(choice => (choice.Key, choice.Label)), ("da-xong", "Đã xong"), (CaseTile.All, "Tất cả")];

    /// <summary>The units whose cases this person reads, when there is a choice.</summary>
    public IEnumerable<CCHC.Portal.Sites.Unit> UnitChoices => visit.Site.Units.Where(unit => unit.Kind is CCHC.Portal.Sites.UnitKind.Internal or CCHC.Portal.Sites.UnitKind.Peer && visit.Me.Can(Deed.ReadFeedback, new Subject(unit.Id)));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        Filter = CaseFilter.Of(Request.Query);
        var visible = db.Feedback.AsNoTracking().VisibleTo(visit.Me);
        Queues = await CaseQueue.Counted(visible, visit.Me, visit.Site, today, db, stop);
        Tiles = await CaseTile.Counted(CaseQueue.Of(visible, Filter.Queue, visit.Me, db), visit.Site, today, stop, Filter.Queue);

        var ordered = Filter.Pick(visible, visit.Me, visit.Site, today, db);
        var (page, count) = Filter.Words == "" ? await PageOf(ordered, stop) : await Found(ordered, stop);

        var names = await db.NamesOf(page.Select(feedback => feedback.OfficerId), stop);
        var ids = page.ConvertAll(feedback => (Guid?)feedback.Id);
        Followers = await db.Feedback.Where(one => ids.Contains(one.MergedIntoId)).GroupBy(one => one.MergedIntoId!.Value).Select(lead => new { Lead = lead.Key, Count = lead.Count() }).ToDictionaryAsync(lead => lead.Lead, lead => lead.Count, stop);
        Lines = [.. page.Select(feedback => CaseLine.Of(feedback, visit.Site, today, names))];
        Pager = new Pager(Pager.Within(Number, count), count, Filter.State == CaseTile.Open ? "phản ánh đang mở" : "phản ánh", Pager.AddressHere(Request));
    }

    private async Task<(List<Feedback>, int)> PageOf(IQueryable<Feedback> ordered, CancellationToken stop)
    {
        var count = await ordered.CountAsync(stop);
        return (await Read(await ordered.Select(feedback => feedback.Id).Skip((Pager.Within(Number, count) - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop), stop), count);
    }

    private async Task<(List<Feedback>, int)> Found(IQueryable<Feedback> ordered, CancellationToken stop)
    {
        var hits = await Filter.Search(ordered, stop);
        return (await Read([.. hits.Skip((Pager.Within(Number, hits.Count) - 1) * Pager.Usual).Take(Pager.Usual)], stop), hits.Count);
    }

    // Which cases stand on the page is found in the index; only they are read, and without their clocks.
    private async Task<List<Feedback>> Read(List<Guid> ids, CancellationToken stop) =>
        [.. (await db.Feedback.AsNoTracking().IgnoreAutoIncludes().Where(feedback => ids.Contains(feedback.Id)).ToListAsync(stop)).OrderBy(feedback => ids.IndexOf(feedback.Id))];
}
