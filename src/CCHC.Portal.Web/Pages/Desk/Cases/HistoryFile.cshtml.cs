using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The whole history of a case as one file, for who gives their password again; who took it is written down.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class HistoryFileModel(CaseAtHand hand, StillMe still, PortalDb db, Vault vault) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public string Code { get; private set; } = "";
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        Code = code;
        return await hand.ToHandle(code, stop) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        Code = code;
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        if (!await still.Proves(Password, HttpContext, stop))
        {
            Problems.Add(new Problem("Password", StillMe.Wrong));
            return this.Invalid();
        }
        var people = await db.NamesOf(feedback.Events.SelectMany(happened => new[] { happened.PersonId, happened.ToPersonId }), stop);
        var history = CaseHistory.Of(feedback, hand.Site, people, vault, hand.Now);
        hand.Record("case-history-exported", feedback);
        await hand.Save(stop);
        Response.Headers.CacheControl = "private, no-store";
        return File(history.Bytes, "application/json", $"lich-su-{feedback.ReferenceCode}.json");
    }
}
