using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The texts this person may write, newest change first; those that a newer one replaced are in its history.</summary>
[Needs(Deed.WriteContent)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tinh-trang")] public string? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "loai")] public string? Type { get; set; }
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public IReadOnlyList<(string Key, string Label, int Count, string Address)> Tabs { get; private set; } = [];
    public IReadOnlyList<EditionLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var found = await Found(stop);
        Tabs = [Tab("", "Tất cả", found.Count), .. EditionWords.Filters.Select(filter => Tab(filter.Key, EditionWords.Of(filter.State), found.Count(row => row.State == filter.State)))];
        var chosen = EditionWords.Filters.FirstOrDefault(filter => filter.Key == State) is { Key: not null } filter ? found.Where(row => row.State == filter.State).ToList() : found;
        var page = Pager.Within(Number, chosen.Count);
        var ids = chosen.Skip((page - 1) * Pager.Usual).Take(Pager.Usual).Select(row => row.Id).ToList();
        var editions = await db.Editions.AsNoTracking().Where(edition => ids.Contains(edition.Id)).ToListAsync(stop);
        var names = await db.NamesOf(editions.Select(edition => edition.AuthorId), stop);
        var views = await db.ViewsOf([.. editions.Select(edition => edition.ItemId)], VietnamTime.Day(clock.GetUtcNow()).AddDays(-29), stop);
        Lines = [.. editions.OrderBy(edition => ids.IndexOf(edition.Id)).Select(edition => EditionLine.Of(edition, names, views))];
        Pager = new Pager(page, chosen.Count, "bài", Pager.AddressHere(Request));
    }

    // Titles are compared without their marks, which neither database does; they are few enough to read.
    private async Task<List<(Guid Id, EditionState State)>> Found(CancellationToken stop)
    {
        var mine = db.Editions.AsNoTracking().WritableBy(visit.Me).Where(edition => edition.State != EditionState.Retired);
        if (ContentTypes.Find(Type) is { } type)
        {
            mine = mine.OfType(type);
        }
        var rows = await mine.OrderByDescending(edition => edition.ChangedAt).ThenByDescending(edition => edition.Id).Select(edition => new { edition.Id, edition.State, edition.Title }).ToListAsync(stop);
        var wanted = VietnameseText.Fold(Words);
        return [.. rows.Where(row => wanted == "" || VietnameseText.Fold(row.Title).Contains(wanted, StringComparison.Ordinal)).Select(row => (row.Id, row.State))];
    }

    private (string, string, int, string) Tab(string key, string label, int count) => (key, label, count,
        Request.PathBase + Request.Path + QueryString.Create(new Dictionary<string, string?> { ["tinh-trang"] = key, ["loai"] = Type, ["q"] = Words }.Where(pair => !string.IsNullOrEmpty(pair.Value))));
}

/// <summary>A text as the desk's list shows it.</summary>
public sealed record EditionLine(Guid Id, string Title, string Type, string Culture, int Number, EditionState State, string? Cover, string Author, string Changed, int? Views)
{
    public static EditionLine Of(Edition edition, IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<(Guid, string), int> views) => new(
        edition.Id, edition.Title, edition.Kind.Vi, edition.Culture, edition.Number, edition.State, edition.Body.Cover,
        edition.AuthorId is { } author ? names.GetValueOrDefault(author, "Người đã rời") : "Dữ liệu ban đầu", VietnamTime.Moment(edition.ChangedAt),
        edition.State == EditionState.Published ? views.GetValueOrDefault((edition.ItemId, edition.Culture)) : null);
}
