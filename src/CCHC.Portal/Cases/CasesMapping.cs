using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

public static class CasesMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Feedback>(feedback =>
        {
            feedback.ToTable("Feedback");
            feedback.HasIndex(f => new { f.SiteId, f.ReferenceCode }).IsUnique();
            feedback.HasIndex(f => new { f.SiteId, f.IdempotencyKey }).IsUnique();
            feedback.HasIndex(f => new { f.SiteId, f.UnitId, f.State, f.DueAt });
            feedback.HasMany(f => f.Events).WithOne().HasForeignKey(e => e.FeedbackId);
            feedback.HasMany(f => f.Attachments).WithOne().HasForeignKey(a => a.FeedbackId);
        });
        builder.Entity<CaseEvent>(happened =>
        {
            happened.ToTable("CaseEvents");
            happened.Property(e => e.Id).ValueGeneratedNever();   // made by us: EF must insert, not update, those added to a loaded case
            happened.HasIndex(e => new { e.FeedbackId, e.At });
        });
        builder.Entity<Attachment>(file =>
        {
            file.ToTable("Attachments");
            file.Property(a => a.Id).ValueGeneratedNever();
            file.HasIndex(a => a.FeedbackId);
        });
        builder.Entity<RoutingRule>(rule =>
        {
            rule.ToTable("RoutingRules");
            rule.HasIndex(r => new { r.SiteId, r.Order }).IsUnique();
        });
    }

    extension(PortalDb db)
    {
        public DbSet<Feedback> Feedback => db.Set<Feedback>();
        public DbSet<CaseEvent> CaseEvents => db.Set<CaseEvent>();
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
        public DbSet<RoutingRule> RoutingRules => db.Set<RoutingRule>();
    }
}
