using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Retention;

/// <summary>The tables of how long cases are kept, and the lists of what is due.</summary>
public static class RetentionMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<RetentionRule>(rule =>
        {
            rule.ToTable("RetentionRules");
            rule.HasIndex(r => new { r.SiteId, r.Kind }).IsUnique();
        });
        builder.Entity<CasePurge>(purge =>
        {
            purge.ToTable("CasePurges");
            purge.Ignore(p => p.Cases);
            purge.HasIndex(p => new { p.SiteId, p.State });
        });
    }

    extension(PortalDb db)
    {
        public DbSet<RetentionRule> RetentionRules => db.Set<RetentionRule>();
        public DbSet<CasePurge> CasePurges => db.Set<CasePurge>();
    }

    extension(IQueryable<Feedback> feedback)
    {
        /// <summary>Closed so long ago that the rule of its kind lets it go; held ones too, that they are seen. Not while its sender waits for something about their data, nor while its lead is open.</summary>
        public IQueryable<Feedback> PastTime(RetentionRule rule, DateTimeOffset now, PortalDb db)
        {
            var (kind, before, all, requests) = (rule.Kind, now.AddMonths(-rule.Months), db.Feedback, db.DataRequests);
            return feedback.Where(f => f.Kind == kind && f.PurgedAt == null && f.ChangedAt < before
                && f.State != FeedbackState.InTriage && f.State != FeedbackState.Assigned && f.State != FeedbackState.Waiting
                && !requests.Any(asked => asked.FeedbackId == f.Id && asked.State == DataRequestState.Asked)
                && !all.Any(lead => lead.Id == f.MergedIntoId && (lead.State == FeedbackState.InTriage || lead.State == FeedbackState.Assigned || lead.State == FeedbackState.Waiting)));
        }
    }
}
