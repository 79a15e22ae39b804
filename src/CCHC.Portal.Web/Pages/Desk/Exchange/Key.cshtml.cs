using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>Gives a body a new key, shown once, or ends the one before.</summary>
[Needs(Deed.ManageExchange)]
public sealed class KeyModel(PortalDb db, PeerAtHand hand, Vault vault, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Do { get; set; }
    public ExchangePeer Peer { get; private set; } = null!;
    public string? NewKey { get; private set; }
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string peer, CancellationToken stop) => await Find(peer, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string peer, CancellationToken stop)
    {
        if (!await Find(peer, stop))
        {
            return NotFound();
        }
        if (Do == "end")
        {
            Peer.EndOldKey();
        }
        else
        {
            NewKey = Peer.NewKey(vault, Now);
        }
        hand.Record(Do == "end" ? "exchange-key-ended" : "exchange-key", Peer, Now);
        await db.SaveChangesAsync(stop);
        Response.Headers.CacheControl = "private, no-store";
        return Page();
    }

    private async Task<bool> Find(string code, CancellationToken stop)
    {
        if (await hand.Find(code, stop) is not { } found)
        {
            return false;
        }
        Peer = found;
        return true;
    }
}
