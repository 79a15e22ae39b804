using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Everything kept about a sender with one case, as a file.</summary>
[NeverCached]
public sealed class DataFileModel(OwnCase own, Vault vault) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await own.Open(Request, stop) is { } feedback
        ? File(JsonSerializer.SerializeToUtf8Bytes((await MyData.Of(feedback, own, vault, stop)).AsFile(), Readable), "application/json; charset=utf-8", $"du-lieu-{feedback.ReferenceCode}.json")
        : RedirectToPage("Lookup");
}
