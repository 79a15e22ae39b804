using CCHC.Portal.Content.Readers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>Which pages help and which do not yet, by readers' votes; a share is said only where more than a handful voted.</summary>
[Needs(Deed.WriteContent)]
public sealed class VotesModel(PortalDb db, Visit visit) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public IReadOnlyList<VoteLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");
    public (int Useful, int All) Total { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var votes = db.UsefulVotes.AsNoTracking();
        var counted = (await votes.GroupBy(vote => new { vote.Page.Key, vote.Page.ItemId, vote.IsUseful }).Select(group => new { group.Key.Key, group.Key.ItemId, group.Key.IsUseful, Count = group.Count() }).ToListAsync(stop))
            .GroupBy(row => (row.Key, row.ItemId)).Select(page => (page.Key, Useful: page.Where(row => row.IsUseful).Sum(row => row.Count), All: page.Sum(row => row.Count)))
            .OrderByDescending(page => page.All - page.Useful).ThenByDescending(page => page.All).ToList();
        Total = (counted.Sum(page => page.Useful), counted.Sum(page => page.All));
        var wanted = Pager.Within(Number, counted.Count);
        var shown = counted.Skip((wanted - 1) * Pager.Usual).Take(Pager.Usual).ToList();
        var pages = await PageWords.Of(db, shown.Select(page => new ReadPage { Key = page.Key.Key, ItemId = page.Key.ItemId, Culture = "vi" }), stop);
        Lines = [.. shown.Select(page => VoteLine.Of(page.Key.Key, page.Useful, page.All, pages.GetValueOrDefault(page.Key.Key), visit))];
        Pager = new Pager(wanted, counted.Count, "trang", Pager.AddressHere(Request));
    }
}

/// <summary>A page with its votes.</summary>
public sealed record VoteLine(string Title, string? Address, string Unit, int Useful, int NotYet, string Share)
{
    public static VoteLine Of(string key, int useful, int all, PageWords? page, Visit visit) =>
        new(page?.Title ?? key, page?.Address, visit.Site.UnitByCode(page?.Unit)?.Name ?? "", useful, all - useful, ShareOf(useful, all));

    /// <summary>The share in words; a handful of votes is no share.</summary>
    public static string ShareOf(int useful, int all) => all < ReaderQueries.Handful ? "Còn ít lượt" : $"{(int)Math.Round(100m * useful / all, MidpointRounding.AwayFromZero)}%";
}
