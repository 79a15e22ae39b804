using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>What readers found wrong, on the pages this person answers for; the oldest that waits comes first.</summary>
[Needs(Deed.WriteContent)]
public sealed class ReportsModel(PortalDb db, Visit visit) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tinh-trang")] public string? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "don-vi")] public string? Unit { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public IReadOnlyList<(string Key, string Label, int Count, string Address)> Tabs { get; private set; } = [];
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var visible = OfUnit(db.MistakeReports.AsNoTracking().VisibleTo(visit.Me, visit.Site, db));
        var counts = await visible.GroupBy(report => report.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Tabs = [.. ReportWords.Filters.Select(filter => (filter.Key, ReportWords.Of(filter.State), counts.GetValueOrDefault(filter.State), Address(filter.Key)))];

        var state = ReportWords.Filters.FirstOrDefault(filter => filter.Key == State) is { Key.Length: > 0 } chosen ? chosen.State : MistakeState.New;
        State = ReportWords.Filters.First(filter => filter.State == state).Key;
        var listed = visible.Where(report => report.State == state);
        var ordered = state == MistakeState.New ? listed.OrderBy(report => report.At) : listed.OrderByDescending(report => report.SettledAt);
        var count = counts.GetValueOrDefault(state);
        var page = Pager.Within(Number, count);
        var reports = await ordered.Skip((page - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
        var pages = await PageWords.Of(db, reports.Select(report => report.Page), stop);
        Lines = [.. reports.Select(report => ReportLine.Of(report, pages, visit))];
        Pager = new Pager(page, count, "lời báo", Pager.AddressHere(Request));
    }

    private IQueryable<MistakeReport> OfUnit(IQueryable<MistakeReport> reports)
    {
        var items = db.ContentItems;
        return string.IsNullOrEmpty(Unit) ? reports : reports.Where(report => items.Any(item => item.Id == report.Page.ItemId && item.OwnerUnit == Unit));
    }

    private string Address(string state) => Request.PathBase + Request.Path + QueryString.Create(new Dictionary<string, string?> { ["tinh-trang"] = state, ["don-vi"] = Unit }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}

/// <summary>A report as the desk's list shows it.</summary>
public sealed record ReportLine(Guid Id, string Title, string Version, string Kind, string Text, string Unit, string At, string? Answer)
{
    public static ReportLine Of(MistakeReport report, IReadOnlyDictionary<string, PageWords> pages, Visit visit)
    {
        var page = pages.GetValueOrDefault(report.Page.Key);
        return new ReportLine(report.Id, page?.Title ?? report.Page.Key, page?.Version(report.Page) ?? "", report.Kind.Vi(), report.Text,
            visit.Site.UnitByCode(page?.Unit)?.Name ?? "Chưa có đơn vị", CCHC.Portal.Time.VietnamTime.Moment(report.At), report.Answer);
    }
}
