using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Exchange;

public static class ExchangeMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ExchangePeer>(peer =>
        {
            peer.ToTable("ExchangePeers");
            peer.Ignore(p => p.IsToldByFile);
            peer.HasIndex(p => new { p.SiteId, p.Code }).IsUnique();
        });
        builder.Entity<ExchangeMessage>(message =>
        {
            message.ToTable("ExchangeMessages");
            message.HasIndex(m => new { m.PeerId, m.Number, m.MessageNumber }).IsUnique();
            message.HasIndex(m => new { m.PeerId, m.At });
        });
        builder.Entity<ExchangeRefusal>(refusal =>
        {
            refusal.ToTable("ExchangeRefusals");
            refusal.HasIndex(r => new { r.PeerId, r.Number, r.MessageNumber }).IsUnique();
        });
        builder.Entity<ExchangeNotice>(notice =>
        {
            notice.ToTable("ExchangeNotices");
            notice.Ignore(n => n.IsGivenUp);
            notice.HasIndex(n => new { n.FeedbackId, n.Number }).IsUnique();
            notice.HasIndex(n => new { n.PeerId, n.DoneAt, n.NextAttemptAt });
        });
    }

    extension(PortalDb db)
    {
        public DbSet<ExchangePeer> ExchangePeers => db.Set<ExchangePeer>();
        public DbSet<ExchangeMessage> ExchangeMessages => db.Set<ExchangeMessage>();
        public DbSet<ExchangeRefusal> ExchangeRefusals => db.Set<ExchangeRefusal>();
        public DbSet<ExchangeNotice> ExchangeNotices => db.Set<ExchangeNotice>();
    }

    extension(IQueryable<ExchangeNotice> notices)
    {
        public IQueryable<ExchangeNotice> Waiting() => notices.Where(notice => notice.DoneAt == null);

        /// <summary>In the order things happened, as far as one clock can say.</summary>
        public IQueryable<ExchangeNotice> InOrder() => notices.OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.FeedbackId).ThenBy(notice => notice.Number);
    }
}
