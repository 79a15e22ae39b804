using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>What every button on a body's page shares: it is done at once, written down, and leads back to the page.</summary>
public abstract class PeerVerb(PortalDb db, PeerAtHand hand, TimeProvider clock) : PageModel
{
    protected PortalDb Db => db;
    protected PeerAtHand Hand => hand;
    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The word in the audit log.</summary>
    protected abstract string What { get; }

    public IActionResult OnGet(string peer) => Back(peer);

    public async Task<IActionResult> OnPostAsync(string peer, CancellationToken stop)
    {
        if (await hand.Find(peer, stop) is not { } found)
        {
            return NotFound();
        }
        TempData["Flash"] = await Act(found, stop);
        hand.Record(What, found, Now);
        await db.SaveChangesAsync(stop);
        return Back(peer);
    }

    /// <summary>Does it and says so.</summary>
    protected abstract Task<string> Act(ExchangePeer peer, CancellationToken stop);

    private RedirectToPageResult Back(string peer) => RedirectToPage("Peer", new { peer });
}
