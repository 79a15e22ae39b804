using System.Text.Json;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Procedures;

/// <summary>What the file would change, field by field; agreed to, the changes become drafts that somebody else approves.</summary>
[Needs(Deed.WriteContent)]
public sealed class PreviewModel(PortalDb db, Visit visit, DraftsFromSheet drafts) : PageModel
{
    public const int MostShown = 100;

    [BindProperty] public bool Submit { get; set; }
    public SheetPlan Plan { get; private set; } = null!;
    public IReadOnlyList<SheetProblem> Problems { get; private set; } = [];
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is not { } import)
        {
            return NotFound();
        }
        db.SheetImports.Remove(import);
        var (made, skipped) = await drafts.Make(Plan, Submit, stop);
        TempData["Flash"] = $"Đã nhập {made} bản nháp{(Submit ? " và gửi duyệt" : "")}." + (skipped.Count > 0 ? $" Bỏ qua {skipped.Count} thủ tục đang có bản nháp khác hoặc bạn không được sửa: {string.Join(", ", skipped.Take(10))}." : "");
        return Redirect(Url.Content("~/quan-tri/noi-dung?loai=procedure"));
    }

    private async Task<SheetImport?> Open(Guid id, CancellationToken stop)
    {
        var import = await db.SheetImports.SingleOrDefaultAsync(one => one.Id == id && one.PersonId == visit.Me.PersonId, stop);
        if (import is null)
        {
            return null;
        }
        var file = JsonSerializer.Deserialize<SheetFile>(import.Rows)!;
        Plan = SheetPlan.Of(file.Rows, await drafts.Newest(stop));
        Problems = [.. file.Problems.Concat(Plan.Problems).Take(SheetReading.MostProblems)];
        Name = import.Name;
        return import;
    }
}
