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
        builder.Entity<PublicAnswer>(answer =>
        {
            answer.ToTable("PublicAnswers");
            answer.HasIndex(a => new { a.SiteId, a.Slug }).IsUnique();
            answer.HasIndex(a => new { a.SiteId, a.State, a.DecidedAt });
            answer.HasIndex(a => a.FeedbackId);
            answer.Ignore(a => a.Address);
        });
        builder.Entity<DataRequest>(asked =>
        {
            asked.ToTable("DataRequests");
            asked.HasIndex(r => new { r.SiteId, r.State, r.DueOn });
            asked.HasIndex(r => r.FeedbackId);
        });
    }

    extension(PortalDb db)
    {
        public DbSet<SatisfactionRating> SatisfactionRatings => db.Set<SatisfactionRating>();
        public DbSet<ReopenRequest> ReopenRequests => db.Set<ReopenRequest>();
        public DbSet<PublicAnswer> PublicAnswers => db.Set<PublicAnswer>();
        public DbSet<DataRequest> DataRequests => db.Set<DataRequest>();
    }

    extension(IQueryable<PublicAnswer> answers)
    {
        public IQueryable<PublicAnswer> Published() => answers.Where(answer => answer.State == PublicAnswerState.Published);

        /// <summary>Latest decision first.</summary>
        public IQueryable<PublicAnswer> Newest() => answers.OrderByDescending(answer => answer.DecidedAt).ThenBy(answer => answer.Id);
    }
}
