using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>The pages whose day to be looked at again has come, by the unit that answers for them; the longest overdue first.</summary>
[Needs(Deed.WriteContent)]
public sealed class DueModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "don-vi")] public string? Unit { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public IReadOnlyList<(string? Code, string Name, int Count)> Units { get; private set; } = [];
    public IReadOnlyList<DueLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var due = db.ContentItems.AsNoTracking().OwnedBy(visit.Me, visit.Site).DueForCheck(today);
        Units = [.. (await due.GroupBy(item => item.OwnerUnit).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop))
            .Select(group => (group.Key, visit.Site.UnitByCode(group.Key)?.Name ?? "Chưa có đơn vị", group.Count)).OrderByDescending(unit => unit.Count)];
        var chosen = string.IsNullOrEmpty(Unit) ? due : due.Where(item => item.OwnerUnit == Unit);
        var count = await chosen.CountAsync(stop);
        var page = Pager.Within(Number, count);
        var items = await chosen.Include(item => item.Editions.Where(edition => edition.State == EditionState.Published))
            .OrderBy(item => item.CheckedOn).ThenBy(item => item.CreatedAt).ThenBy(item => item.Id).Skip((page - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
        Lines = [.. items.Select(item => DueLine.Of(item, today, visit))];
        Pager = new Pager(page, count, "trang", Pager.AddressHere(Request));
    }
}

/// <summary>A page that waits to be looked at.</summary>
public sealed record DueLine(Guid Item, Guid Edition, string Title, string Type, string Address, string Unit, string Since, string Due, int DaysLate)
{
    public static DueLine Of(ContentItem item, DateOnly today, Visit visit)
    {
        var edition = item.Editions.OrderByDescending(edition => edition.Culture == "vi").First();
        var since = item.CheckedOn ?? VietnamTime.Day(edition.PublishedAt ?? item.CreatedAt);
        var due = Freshness.DueOn(item.CheckEveryMonths ?? edition.Kind.CheckEveryMonths, since) ?? today;
        return new DueLine(item.Id, edition.Id, edition.Title, edition.Kind.Vi, edition.Address, visit.Site.UnitByCode(item.OwnerUnit)?.Name ?? "Chưa có đơn vị",
            item.CheckedOn is null ? $"Đăng {VietnamTime.ShortDate(since)}, chưa rà soát lần nào" : $"Rà soát {VietnamTime.ShortDate(since)}", VietnamTime.ShortDate(due), today.DayNumber - due.DayNumber);
    }
}
