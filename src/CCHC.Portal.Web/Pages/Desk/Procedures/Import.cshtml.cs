using System.Text.Json;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Procedures;

/// <summary>Takes a file of procedures and keeps its rows until their sender has seen what they would change.</summary>
[Needs(Deed.WriteContent), Takes(Limits.SheetForm)]
public sealed class ImportModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const long Most = 10 * 1024 * 1024;

    [BindProperty(Name = "File")] public IFormFile? Sheet { get; set; }
    public List<Problem> Problems { get; } = [];

    /// <summary>What is wrong with the file itself.</summary>
    public IReadOnlyList<SheetProblem> Found { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Sheet is not { Length: > 0 and <= Most })
        {
            Problems.Add(new("File", Sheet is { Length: > Most } ? "Tệp lớn hơn 10 MB. Hãy chia thành nhiều tệp." : "Hãy chọn một tệp CSV, XLSX hoặc JSON."));
            return this.Invalid();
        }
        await using var file = Sheet.OpenReadStream();
        (var rows, Found) = SheetReading.Read(file, Sheet.FileName);
        if (rows.Count == 0)
        {
            Problems.Add(new("File", Found.Count > 0 ? Found[0].Words : "Tệp không có dòng nào."));
            return this.Invalid();
        }
        var import = new SheetImport { PersonId = visit.Me.PersonId, Name = Path.GetFileName(Sheet.FileName), At = clock.GetUtcNow(), Rows = JsonSerializer.Serialize(new SheetFile(rows, Found)) };
        db.RemoveRange(await db.SheetImports.Where(earlier => earlier.PersonId == visit.Me.PersonId).ToListAsync(stop));
        db.SheetImports.Add(import);
        await db.SaveChangesAsync(stop);
        return RedirectToPage("Preview", new { id = import.Id });
    }
}
