using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The whole history of a case as one file; who took it is written down.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class HistoryFileModel(CaseAtHand hand, PortalDb db, Vault vault) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        var people = await db.NamesOf(feedback.Events.SelectMany(happened => new[] { happened.PersonId, happened.ToPersonId }), stop);
        var history = CaseHistory.Of(feedback, hand.Site, people, vault, hand.Now);
        hand.Record("case-history-exported", feedback);
        await hand.Save(stop);
        Response.Headers.CacheControl = "private, no-store";
        return File(history.Bytes, "application/json", $"lich-su-{feedback.ReferenceCode}.json");
    }
}
