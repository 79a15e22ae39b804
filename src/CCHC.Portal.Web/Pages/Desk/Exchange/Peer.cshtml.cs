using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>How the exchange with one body stands: what waits and why, what it sent that we could not take.</summary>
[Needs(Deed.ReadExchange)]
public sealed class PeerModel(PortalDb db, PeerAtHand hand, Visit visit) : PageModel
{
    private const int Most = 100;

    public PeerState State { get; private set; } = null!;
    public IReadOnlyList<ExchangeNotice> Waiting { get; private set; } = [];
    public IReadOnlyList<ExchangeRefusal> Refused { get; private set; } = [];

    /// <summary>Up to which moment the file holds what waits.</summary>
    public string Mark => Waiting.Count == 0 ? "" : Waiting.Max(notice => notice.CreatedAt).UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string peer, CancellationToken stop)
    {
        if (await hand.Find(peer, stop) is not { } found)
        {
            return NotFound();
        }
        State = await hand.StateOf(found, stop);
        if (visit.Me.Can(Deed.RunExchange))
        {
            Waiting = await hand.NoticesOf(found).AsNoTracking().Waiting().InOrder().Take(Most).ToListAsync(stop);
            Refused = await db.ExchangeRefusals.AsNoTracking().Where(refusal => refusal.PeerId == found.Id).OrderByDescending(refusal => refusal.At).Take(Most).ToListAsync(stop);
        }
        return Page();
    }
}
