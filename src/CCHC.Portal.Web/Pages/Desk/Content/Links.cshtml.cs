using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The links of published texts that do not answer, with the pages that have them and whose they are.</summary>
[Needs(Deed.WriteContent)]
public sealed class LinksModel(PortalDb db, Visit visit, LinkSettings settings) : PageModel
{
    private static readonly (string Key, string Label, LinkOutcome Outcome)[] States =
        [("hong", "Không mở được", LinkOutcome.Broken), ("chua-thu", "Chưa mở thử", LinkOutcome.Unchecked), ("bo-qua", "Không mở thử", LinkOutcome.Skipped), ("tot", "Mở được", LinkOutcome.Works)];

    [BindProperty(SupportsGet = true, Name = "tinh-trang")] public string State { get; set; } = "hong";
    [BindProperty(SupportsGet = true, Name = "don-vi")] public string? Unit { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public bool IsOn => settings.EveryHours > 0;
    public int Hours => settings.EveryHours;
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    public IReadOnlyList<(string Key, string Label, int Count, string Address)> Tabs { get; private set; } = [];
    public IReadOnlyList<LinkLine> Lines { get; private set; } = [];
    public IReadOnlyList<ServiceStanding> Services { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        Units = [.. visit.Site.Units.Where(unit => unit.Kind == UnitKind.Internal)];
        Unit = Units.FirstOrDefault(unit => unit.Code == Unit)?.Code;
        var mine = db.Editions.AsNoTracking().WritableBy(visit.Me).Live().Where(edition => string.IsNullOrEmpty(Unit) || edition.Item!.OwnerUnit == Unit);
        var shown = db.LinkChecks.AsNoTracking().Where(check => check.Uses.Any(use => mine.Any(edition => edition.Id == use.EditionId)));
        var counts = await shown.GroupBy(check => check.Outcome).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Tabs = [.. States.Select(state => (state.Key, state.Label, counts.GetValueOrDefault(state.Outcome),
            Request.PathBase + Request.Path + QueryString.Create(new Dictionary<string, string?> { ["tinh-trang"] = state.Key, ["don-vi"] = Unit }.Where(pair => !string.IsNullOrEmpty(pair.Value)))))];
        var outcome = States.FirstOrDefault(state => state.Key == State) is { Key: not null } chosen ? chosen.Outcome : LinkOutcome.Broken;
        var page = Pager.Within(Number, counts.GetValueOrDefault(outcome));
        var checks = await shown.Where(check => check.Outcome == outcome).Include(check => check.Uses).OrderBy(check => check.BrokenSince).ThenBy(check => check.Address)
            .Skip((page - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
        var ids = checks.SelectMany(check => check.Uses).Select(use => use.EditionId).Distinct().ToList();
        var pages = await mine.Where(edition => ids.Contains(edition.Id)).Select(edition => new { edition.Id, edition.Title, edition.Item!.OwnerUnit }).ToDictionaryAsync(edition => edition.Id, stop);
        Lines = [.. checks.Select(check => new LinkLine(check, [.. check.Uses.Where(use => pages.ContainsKey(use.EditionId)).Select(use => pages[use.EditionId])
            .Select(edition => new LinkPage(edition.Id, edition.Title, visit.Site.UnitByCode(edition.OwnerUnit)?.Name ?? "Chưa có đơn vị phụ trách"))]))];
        Services = page == 1 && string.IsNullOrEmpty(Unit) ? await db.Services("vi", stop) : [];
        Pager = new Pager(page, counts.GetValueOrDefault(outcome), "liên kết", Pager.AddressHere(Request));
    }

    public static string Words(LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.Broken => "Không mở được",
        LinkOutcome.Works => "Mở được",
        LinkOutcome.Skipped => "Không mở thử",
        _ => "Chưa mở thử",
    };

    public static string Look(LinkOutcome outcome) => outcome switch { LinkOutcome.Broken => "da", LinkOutcome.Works => "ok", _ => "mu" };
}

/// <summary>A link with the pages that have it.</summary>
public sealed record LinkLine(LinkCheck Check, IReadOnlyList<LinkPage> Pages);

/// <summary>A page that has a link.</summary>
public sealed record LinkPage(Guid Id, string Title, string Unit);
