using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>The bodies we exchange messages with, and how it stands with each.</summary>
[Needs(Deed.ReadExchange)]
public sealed class IndexModel(PortalDb db, PeerAtHand hand) : PageModel
{
    public List<PeerState> Peers { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        foreach (var peer in await db.ExchangePeers.AsNoTracking().OrderBy(peer => peer.Name).ToListAsync(stop))
        {
            Peers.Add(await hand.StateOf(peer, stop));
        }
    }
}
