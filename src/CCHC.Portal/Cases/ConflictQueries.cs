using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

public static class ConflictQueries
{
    extension(IQueryable<Feedback> feedback)
    {
        /// <summary>Without those that are about this person, their units or whom they answer for.</summary>
        public IQueryable<Feedback> NotAbout(Actor actor)
        {
            var (me, units) = (actor.PersonId, actor.AnswersFor.Select(id => (Guid?)id).ToList());
            return feedback.Where(f => !f.IsBarred || !f.Bars.Any(bar => bar.PersonId == me || (bar.UnitId != null && units.Contains(bar.UnitId))));
        }
    }

    extension(PortalDb db)
    {
        public DbSet<CaseAbout> CaseAbouts => db.Set<CaseAbout>();
        public DbSet<CaseBar> CaseBars => db.Set<CaseBar>();

        /// <summary>Of some promises those whose cases are not about this person.</summary>
        public async Task<IReadOnlyList<Drift>> OpenTo(Actor actor, IReadOnlyList<Drift> drifts, CancellationToken stop)
        {
            var (me, units) = (actor.PersonId, actor.AnswersFor.Select(id => (Guid?)id).ToList());
            var barred = await db.CaseBars.Where(bar => bar.PersonId == me || (bar.UnitId != null && units.Contains(bar.UnitId))).Select(bar => bar.FeedbackId).Distinct().ToListAsync(stop);
            return barred.Count == 0 ? drifts : [.. drifts.ExceptBy(barred, drift => drift.FeedbackId)];
        }
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Feedback>(feedback =>
        {
            feedback.HasMany(f => f.Abouts).WithOne().HasForeignKey(about => about.FeedbackId);
            feedback.HasMany(f => f.Bars).WithOne().HasForeignKey(bar => bar.FeedbackId);
        });
        builder.Entity<CaseAbout>(about =>
        {
            about.ToTable("CaseAbouts");
            about.Property(a => a.Id).ValueGeneratedNever();
            about.Ignore(a => a.Stands);
            about.HasIndex(a => a.FeedbackId);
        });
        builder.Entity<CaseBar>(bar =>
        {
            bar.ToTable("CaseBars");
            bar.Property(b => b.Id).ValueGeneratedNever();
            bar.HasIndex(b => b.FeedbackId);
            bar.HasIndex(b => b.UnitId);
            bar.HasIndex(b => b.PersonId);
        });
    }
}
