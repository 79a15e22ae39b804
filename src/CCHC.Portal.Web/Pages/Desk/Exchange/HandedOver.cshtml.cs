using System.Globalization;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>Says that the file with what waited was handed over; what came after the file was made still waits.</summary>
[Needs(Deed.RunExchange)]
public sealed class HandedOverModel(PortalDb db, PeerAtHand hand, TimeProvider clock) : PeerVerb(db, hand, clock)
{
    [BindProperty] public string? Until { get; set; }

    protected override string What => "exchange-handed-over";

    protected override async Task<string> Act(ExchangePeer peer, CancellationToken stop)
    {
        if (!peer.IsToldByFile || !long.TryParse(Until, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTime.MaxValue.Ticks)
        {
            return "Không có tệp nào để giao.";
        }
        var until = new DateTimeOffset(ticks, TimeSpan.Zero);
        var given = await Hand.NoticesOf(peer).Waiting().Where(notice => notice.CreatedAt <= until).InOrder().Take(NoticesFileModel.Most).ToListAsync(stop);
        given.ForEach(notice => notice.Delivered(Now));
        return $"Đã ghi giao {given.Count} tin.";
    }
}
