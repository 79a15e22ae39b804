using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
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
    [BindProperty(SupportsGet = true, Name = "viec")] public string? Work { get; set; }
    [BindProperty(SupportsGet = true, Name = "loai")] public string? Type { get; set; }
    [BindProperty(SupportsGet = true, Name = "don-vi")] public string? Unit { get; set; }
    [BindProperty(SupportsGet = true, Name = "chu-de")] public string? Topic { get; set; }
    [BindProperty(SupportsGet = true, Name = "tieng")] public string? Culture { get; set; }
    [BindProperty(SupportsGet = true, Name = "tu-ngay")] public string? Since { get; set; }
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public Duty? Duty => Duty.Find(Work);
    public IReadOnlyList<(string Key, string Label, int Count, string Address)> Tabs { get; private set; } = [];
    public IReadOnlyList<EditionLine> Lines { get; private set; } = [];
    public IReadOnlyList<Unit> Units => [.. visit.Site.Units.Where(unit => unit.Kind == UnitKind.Internal)];

    /// <summary>Says that the texts found are to be counted by topic.</summary>
    [BindProperty(SupportsGet = true, Name = "dem")] public string? Counting { get; set; }

    public string CountAddress => Here(State ?? "", null, "chu-de");

    public string AddressOf(string topic) => Here(State ?? "", topic, null);

    /// <summary>The topics; where they were asked for, each with how many of the texts found belong to it.</summary>
    public IReadOnlyList<(string Key, string Name, int Count)> Topics { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var tree = await db.TopicTree(stop);
        var found = Found();
        await LoadTopics(found, tree, stop);
        found = Topic is null ? found : found.About(tree.With(Topic));
        var counts = await found.GroupBy(edition => edition.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Tabs = [Tab("", "Tất cả", counts.Values.Sum()), .. EditionWords.Filters.Select(filter => Tab(filter.Key, EditionWords.Of(filter.State), counts.GetValueOrDefault(filter.State)))];
        var count = counts.Values.Sum();
        if (EditionWords.Filters.FirstOrDefault(filter => filter.Key == State) is { Key: not null } filter)
        {
            found = found.Where(edition => edition.State == filter.State);
            count = counts.GetValueOrDefault(filter.State);
        }
        var page = Pager.Within(Number, count);
        // First the keys, which an index holds, then the texts of one page.
        var ids = await found.OrderByDescending(edition => edition.ChangedAt).Select(edition => edition.Id).Skip((page - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
        var editions = await db.Editions.AsNoTracking().Where(edition => ids.Contains(edition.Id)).ToListAsync(stop);
        var names = await db.NamesOf(editions.Select(edition => edition.AuthorId), stop);
        var views = await db.ViewsOf([.. editions.Select(edition => edition.ItemId)], VietnamTime.Day(clock.GetUtcNow()).AddDays(-29), stop);
        Lines = [.. editions.OrderBy(edition => ids.IndexOf(edition.Id)).Select(edition => EditionLine.Of(edition, names, views))];
        Pager = new Pager(page, count, "bài", Pager.AddressHere(Request));
    }

    private async Task LoadTopics(IQueryable<Edition> found, TopicTree tree, CancellationToken stop)
    {
        // Counted only when asked: over a hundred thousand texts it takes a while.
        var counts = Counting is null ? new Dictionary<string, int>() : await tree.Counts(found, stop);
        Topics = [.. (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Topic).Where(edition => edition.Culture == "vi").ToListAsync(stop))
            .OrderBy(edition => edition.As<Topic>().Order).Select(edition => (edition.Item!.Key, edition.Title, counts.GetValueOrDefault(edition.Item.Key)))];
        Topic = Topics.FirstOrDefault(topic => topic.Key == Topic).Key;
    }

    private IQueryable<Edition> Found()
    {
        var found = db.Editions.AsNoTracking().WritableBy(visit.Me).Where(edition => edition.State != EditionState.Retired);
        found = Duty is { } duty && visit.Me.Can(duty.Needs) ? duty.Pick(found, visit.Me.PersonId, db) : found;
        found = ContentTypes.Find(Type) is { } type ? found.OfType(type) : found;
        found = string.IsNullOrEmpty(Unit) ? found : found.Where(edition => edition.Item!.OwnerUnit == Unit);
        found = Culture is "vi" or "en" ? found.Where(edition => edition.Culture == Culture) : found;
        if (DateOnly.TryParseExact(Since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var from = VietnamTime.At(day, default);
            found = found.Where(edition => edition.ChangedAt >= from);
        }
        var wanted = VietnameseText.Fold(Words);
        return wanted == "" ? found : found.Where(edition => edition.TitleFolded.Contains(wanted));
    }

    private (string, string, int, string) Tab(string key, string label, int count) => (key, label, count, Here(key, Topic, Counting));

    private string Here(string state, string? topic, string? counting) =>
        Request.PathBase + Request.Path + QueryString.Create(new Dictionary<string, string?>
        {
            ["tinh-trang"] = state,
            ["viec"] = Duty?.Key,
            ["loai"] = Type,
            ["don-vi"] = Unit,
            ["chu-de"] = topic,
            ["dem"] = counting,
            ["tieng"] = Culture,
            ["tu-ngay"] = Since,
            ["q"] = Words,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
