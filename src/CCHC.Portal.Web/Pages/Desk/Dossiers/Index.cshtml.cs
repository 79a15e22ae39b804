using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Indicators;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Dossiers;

/// <summary>The figures of dossiers as editors see them, and a file of periods as drafts; a file in which one row cannot be is refused whole (T7).</summary>
[Needs(Deed.WriteContent), Takes(Limits.SheetForm)]
public sealed class IndexModel(NumberDrafts drafts) : PageModel
{
    [BindProperty(Name = "File")] public IFormFile? Sheet { get; set; }
    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<SheetProblem> Found { get; private set; } = [];
    public IReadOnlyList<Edition> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Tables = await drafts.Newest(ContentTypes.DossierFigures, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Tables = await drafts.Newest(ContentTypes.DossierFigures, stop);
        if (NumberDrafts.WhyUnread(Sheet) is { } unreadable)
        {
            Problems.Add(unreadable);
            return this.Invalid();
        }
        await using var file = Sheet!.OpenReadStream();
        var (rows, unread) = SheetReading.Read(file, Sheet.FileName, DossierSheet.Columns, DossierSheet.Key);
        var sheet = DossierSheet.Of(rows, Tables);
        var found = unread.Concat(sheet.Problems).ToList();
        Found = [.. found.Take(SheetReading.MostProblems)];
        if (NumberDrafts.WhyRefused(rows.Count, found.Count) is { } why)
        {
            Problems.Add(why);
            return this.Invalid();
        }
        TempData["Flash"] = await drafts.Make(ContentTypes.DossierFigures, sheet.Changes, stop);
        return Redirect(Url.Content("~/quan-tri/noi-dung?loai=dossierFigures"));
    }
}
