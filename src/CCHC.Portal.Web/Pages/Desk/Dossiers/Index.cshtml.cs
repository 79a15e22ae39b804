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
    private const long Most = 2 * 1024 * 1024;

    [BindProperty(Name = "File")] public IFormFile? Sheet { get; set; }
    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<SheetProblem> Found { get; private set; } = [];
    public IReadOnlyList<Edition> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Tables = await drafts.Newest(ContentTypes.DossierFigures, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Tables = await drafts.Newest(ContentTypes.DossierFigures, stop);
        if (Sheet is not { Length: > 0 and <= Most })
        {
            Problems.Add(new("File", Sheet is { Length: > Most } ? "Tệp lớn hơn 2 MB." : "Hãy chọn một tệp CSV hoặc XLSX."));
            return this.Invalid();
        }
        await using var file = Sheet.OpenReadStream();
        var (rows, unread) = SheetReading.Read(file, Sheet.FileName, DossierSheet.Columns, DossierSheet.Key);
        var sheet = DossierSheet.Of(rows, Tables);
        Found = [.. unread.Concat(sheet.Problems).Take(SheetReading.MostProblems)];
        if (Found.Count > 0 || rows.Count == 0)
        {
            Problems.Add(new("File", rows.Count == 0 ? "Tệp không có dòng nào dùng được." : $"Tệp có {Found.Count} chỗ chưa dùng được, xem bên dưới."));
            return this.Invalid();
        }
        TempData["Flash"] = await drafts.Make(ContentTypes.DossierFigures, sheet.Changes, stop);
        return Redirect(Url.Content("~/quan-tri/noi-dung?loai=dossierFigures"));
    }
}
