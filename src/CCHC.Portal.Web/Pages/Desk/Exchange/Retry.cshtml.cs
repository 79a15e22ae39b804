using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>Sends what waits at once, with all patience again.</summary>
[Needs(Deed.RunExchange)]
public sealed class RetryModel(PortalDb db, PeerAtHand hand, Nudge nudge, TimeProvider clock) : PeerVerb(db, hand, clock)
{
    protected override string What => "exchange-retry";

    protected override async Task<string> Act(ExchangePeer peer, CancellationToken stop)
    {
        var waiting = await Db.ExchangeNotices.Where(notice => notice.PeerId == peer.Id).Waiting().Where(notice => notice.LockedUntil == null || notice.LockedUntil < Now).ToListAsync(stop);
        waiting.ForEach(notice => notice.TryAgain(Now));
        nudge.Ring("tell-peers");
        return waiting.Count == 0 ? "Không có tin nào chờ." : $"Đang gửi lại {waiting.Count} tin.";
    }
}
