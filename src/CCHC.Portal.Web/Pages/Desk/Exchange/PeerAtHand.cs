using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>One body we exchange with, and how the exchange stands.</summary>
public sealed class PeerAtHand(PortalDb db, Visit visit)
{
    public Task<ExchangePeer?> Find(string code, CancellationToken stop) => db.ExchangePeers.SingleOrDefaultAsync(peer => peer.Code == code, stop);

    /// <summary>Notices of cases this person may know of.</summary>
    public IQueryable<ExchangeNotice> NoticesOf(ExchangePeer peer)
    {
        var known = db.Feedback.NotAbout(visit.Me).Select(feedback => feedback.Id);
        return db.ExchangeNotices.Where(notice => notice.PeerId == peer.Id && known.Contains(notice.FeedbackId));
    }

    public async Task<PeerState> StateOf(ExchangePeer peer, CancellationToken stop)
    {
        var notices = db.ExchangeNotices.Where(notice => notice.PeerId == peer.Id);
        return new PeerState(peer,
            await db.ExchangeMessages.Where(message => message.PeerId == peer.Id).MaxAsync(message => (DateTimeOffset?)message.At, stop),
            await notices.MaxAsync(notice => notice.DoneAt, stop),
            await db.ExchangeMessages.CountAsync(message => message.PeerId == peer.Id, stop),
            await notices.Waiting().CountAsync(stop),
            await notices.Waiting().CountAsync(notice => notice.Attempts > 0, stop),
            await db.ExchangeRefusals.CountAsync(refusal => refusal.PeerId == peer.Id, stop));
    }

    public void Record(string what, ExchangePeer peer, DateTimeOffset now) =>
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = what, Subject = peer.Code });
}

/// <summary>How the exchange with one body stands: numbers only.</summary>
public sealed record PeerState(ExchangePeer Peer, DateTimeOffset? LastIn, DateTimeOffset? LastOut, int Taken, int Waiting, int Failing, int Refused)
{
    public (string Words, string Look) Says => !Peer.IsActive ? ("Đang tắt", "mu")
        : Failing > 0 ? ($"{Failing} tin gửi chưa được", "da")
        : Waiting > 0 && Peer.IsToldByFile ? ($"{Waiting} tin chờ giao tệp", "wa")
        : Waiting > 0 ? ($"{Waiting} tin đang gửi", "in")
        : ("Đang nối", "ok");
}
