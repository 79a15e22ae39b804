using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Indicators;

/// <summary>The indices as editors see them, and a file of their years as drafts; a file in which one row cannot be is refused whole.</summary>
[Needs(Deed.WriteContent), Takes(Limits.SheetForm)]
public sealed class IndexModel(PortalDb db, NumberDrafts drafts) : PageModel
{
    [BindProperty(Name = "File")] public IFormFile? Sheet { get; set; }
    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<SheetProblem> Found { get; private set; } = [];
    public IReadOnlyList<(Edition Edition, Indicator Indicator)> Indicators { get; private set; } = [];
    public IReadOnlyList<Edition> Goals { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        if (NumberDrafts.WhyUnread(Sheet) is { } unreadable)
        {
            Problems.Add(unreadable);
            return this.Invalid();
        }
        await using var file = Sheet!.OpenReadStream();
        var (rows, unread) = SheetReading.Read(file, Sheet.FileName, IndicatorSheet.Columns, IndicatorSheet.Key);
        var sheet = IndicatorSheet.Of(rows, Indicators.Select(one => one.Edition));
        var found = unread.Concat(sheet.Problems).ToList();
        Found = [.. found.Take(SheetReading.MostProblems)];
        if (NumberDrafts.WhyRefused(rows.Count, found.Count) is { } why)
        {
            Problems.Add(why);
            return this.Invalid();
        }
        TempData["Flash"] = await drafts.Make(ContentTypes.Indicator, sheet.Changes.Select(change => (change.Before, (ContentBody)change.Body)), stop);
        return Redirect(Url.Content("~/quan-tri/noi-dung?loai=indicator"));
    }

    private async Task Load(CancellationToken stop)
    {
        Indicators = [.. (await drafts.Newest(ContentTypes.Indicator, stop)).Select(edition => (edition, indicator: edition.As<Indicator>())).OrderBy(pair => pair.indicator.Order).ThenBy(pair => pair.edition.Title)];
        Goals = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.YearGoals).Where(edition => edition.Culture == "vi").Newest().ToListAsync(stop);
    }
}
