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
            feedback.HasIndex(f => f.MergedIntoId);
            // The queues: counted and put in order without looking at a single row; only the page shown is read.
            feedback.HasIndex(f => new { f.SiteId, f.State, f.MergedIntoId, f.UnitId, f.OfficerId, f.DueAt, f.PausedOn, f.IsBarred, f.ReceivedAt, f.Id }).HasDatabaseName("IX_Feedback_Queues");
            feedback.HasIndex(f => new { f.SiteId, f.ReceivedAt, f.UnitId, f.IsBarred, f.State, f.Id }).HasDatabaseName("IX_Feedback_Newest");
            feedback.HasMany(f => f.Events).WithOne().HasForeignKey(e => e.FeedbackId);
            feedback.HasMany(f => f.Attachments).WithOne().HasForeignKey(a => a.FeedbackId);
            feedback.HasMany(f => f.Clocks).WithOne().HasForeignKey(c => c.FeedbackId);
            feedback.Navigation(f => f.Clocks).AutoInclude();   // a verb that did not see the clocks would not stop them
        });
        builder.Entity<CaseClock>(clock =>
        {
            clock.ToTable("CaseClocks");
            clock.Property(c => c.Id).ValueGeneratedNever();
            clock.Ignore(c => c.Pauses);
            clock.Ignore(c => c.Pausing);
            clock.HasIndex(c => c.FeedbackId);
            clock.HasIndex(c => new { c.SiteId, c.StoppedAt, c.DueAt });
        });
        builder.Entity<Extension>(extension =>
        {
            extension.ToTable("CaseExtensions");
            extension.HasIndex(e => new { e.SiteId, e.State });
            extension.HasIndex(e => e.FeedbackId);
        });
        builder.Entity<ReminderRule>(rule =>
        {
            rule.ToTable("ReminderRules");
            rule.HasIndex(r => r.SiteId);
        });
        builder.Entity<ClockReminder>(reminder =>
        {
            reminder.ToTable("ClockReminders");
            reminder.HasIndex(r => new { r.ClockId, r.DueAt, r.Step }).IsUnique();
        });
        builder.Entity<ClockProof>(proof =>
        {
            proof.ToTable("ClockProofs");
            proof.Ignore(p => p.Lines);
            proof.HasIndex(p => new { p.SiteId, p.Day }).IsUnique();
        });
        builder.Entity<CaseEvent>(happened =>
        {
            happened.ToTable("CaseEvents");
            happened.Property(e => e.Id).ValueGeneratedNever();   // made by us: EF must insert, not update, those added to a loaded case
            happened.HasIndex(e => new { e.FeedbackId, e.At });
            happened.HasIndex(e => new { e.FeedbackId, e.Number }).IsUnique();
        });
        builder.Entity<Attachment>(file =>
        {
            file.ToTable("Attachments");
            file.Property(a => a.Id).ValueGeneratedNever();
            file.HasIndex(a => a.FeedbackId);
        });
        builder.Entity<BulkMacro>(macro =>
        {
            macro.ToTable("BulkMacros");
            macro.HasIndex(m => new { m.PersonId, m.Name }).IsUnique();
        });
        builder.Entity<RoutingRule>(rule =>
        {
            rule.ToTable("RoutingRules");
            rule.HasIndex(r => new { r.SiteId, r.TableNumber, r.Order }).IsUnique();
        });
        builder.Entity<RoutingTable>(table =>
        {
            table.ToTable("RoutingTables");
            table.HasIndex(t => new { t.SiteId, t.Number }).IsUnique();
        });
    }

    extension(PortalDb db)
    {
        public DbSet<Feedback> Feedback => db.Set<Feedback>();
        public DbSet<BulkMacro> BulkMacros => db.Set<BulkMacro>();
        public DbSet<CaseEvent> CaseEvents => db.Set<CaseEvent>();
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
        public DbSet<RoutingRule> RoutingRules => db.Set<RoutingRule>();
        public DbSet<RoutingTable> RoutingTables => db.Set<RoutingTable>();
        public DbSet<CaseClock> CaseClocks => db.Set<CaseClock>();
        public DbSet<Extension> Extensions => db.Set<Extension>();
        public DbSet<ReminderRule> ReminderRules => db.Set<ReminderRule>();
        public DbSet<ClockReminder> ClockReminders => db.Set<ClockReminder>();
        public DbSet<ClockProof> ClockProofs => db.Set<ClockProof>();
    }
}
