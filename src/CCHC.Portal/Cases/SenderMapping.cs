using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>The tables of what senders do with their own cases.</summary>
public static class SenderMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SatisfactionRating>(rating =>
        {
            rating.ToTable("SatisfactionRatings");
            rating.HasIndex(r => r.FeedbackId).IsUnique();
        });
        builder.Entity<ReopenRequest>(again =>
        {
            again.ToTable("ReopenRequests");
            again.HasIndex(a => a.FeedbackId).IsUnique();
        });
    }

    extension(PortalDb db)
    {
        public DbSet<SatisfactionRating> SatisfactionRatings => db.Set<SatisfactionRating>();
        public DbSet<ReopenRequest> ReopenRequests => db.Set<ReopenRequest>();
    }
}
