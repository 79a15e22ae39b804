using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>The body was told what was wrong: the list of what we could not take begins anew.</summary>
[Needs(Deed.RunExchange)]
public sealed class SettleModel(PortalDb db, PeerAtHand hand, TimeProvider clock) : PeerVerb(db, hand, clock)
{
    protected override string What => "exchange-settled";

    protected override async Task<string> Act(ExchangePeer peer, CancellationToken stop)
    {
        Db.ExchangeRefusals.RemoveRange(await Db.ExchangeRefusals.Where(refusal => refusal.PeerId == peer.Id).ToListAsync(stop));
        return "Đã xóa danh sách tin lỗi.";
    }
}
