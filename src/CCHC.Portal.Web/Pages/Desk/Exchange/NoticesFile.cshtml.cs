using System.Text;
using System.Text.Json.Nodes;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>What waits for a body without a program, as a file to carry there; taking it changes nothing.</summary>
[Needs(Deed.RunExchange)]
public sealed class NoticesFileModel(PeerAtHand hand, TimeProvider clock) : PageModel
{
    /// <summary>As many as the page shows, so that what is marked as handed over was in the file.</summary>
    internal const int Most = 100;

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnGetAsync(string peer, CancellationToken stop)
    {
        if (await hand.Find(peer, stop) is not { } found)
        {
            return NotFound();
        }
        var bodies = await hand.NoticesOf(found).AsNoTracking().Waiting().InOrder().Take(Most).Select(notice => notice.Body).ToListAsync(stop);
        var file = new JsonObject { ["phien_ban"] = PeerFileReading.FormatVersion, ["tin_bao"] = new JsonArray([.. bodies.Select(body => JsonNode.Parse(body))]) };
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(file.ToJsonString(Readable)), "application/json", $"tin-bao-{found.Code}-{VietnamTime.Day(clock.GetUtcNow()):yyyyMMdd}.json");
    }
}
