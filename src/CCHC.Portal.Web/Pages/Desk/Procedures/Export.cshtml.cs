using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Procedures;

/// <summary>The catalogue, or two lines of it as a model, in the columns an import reads.</summary>
[Needs(Deed.WriteContent)]
public sealed class ExportModel(PortalDb db) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "dang")] string? kind, [FromQuery(Name = "mau")] bool model, CancellationToken stop)
    {
        var live = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Procedure).Where(edition => edition.Culture == "vi").OrderBy(edition => edition.TitleFolded).Take(model ? 2 : SheetReading.MostRows).ToListAsync(stop);
        var name = model ? "mau-thu-tuc" : "thu-tuc-hanh-chinh";
        if (kind == "json")
        {
            var json = new JsonArray([.. live.Select(edition => (JsonNode)SheetColumns.Json(edition))]);
            return File(Encoding.UTF8.GetBytes(json.ToJsonString(Readable)), "application/json; charset=utf-8", name + ".json");
        }
        return SheetResult.Knows(kind ?? "") ? new SheetResult(name, kind!, new SheetRows([.. SheetColumns.All], Rows(live))) : NotFound();
    }

    private static async IAsyncEnumerable<object?[]> Rows(IReadOnlyList<Edition> editions)
    {
        foreach (var edition in editions)
        {
            await Task.CompletedTask;
            yield return [.. SheetColumns.Row(edition).Select(SheetColumns.Guarded)];
        }
    }
}
