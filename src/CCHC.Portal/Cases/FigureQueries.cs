using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

public static class FigureQueries
{
    extension(IQueryable<Feedback> feedback)
    {
        /// <summary>What this person may have counted for them: the units whose figures they read, and nothing that is about them.</summary>
        public IQueryable<Feedback> CountableBy(Actor actor)
        {
            if (actor.UnitsFor(Deed.ReadFigures) is not { } units)
            {
                return feedback.NotAbout(actor);
            }
            var ids = units.Select(id => (Guid?)id).ToList();
            return feedback.Where(f => ids.Contains(f.UnitId)).NotAbout(actor);
        }

        /// <summary>What may be read without names by who only watches: counted ones; not those about somebody of the house, who could be told from the story alone.</summary>
        public IQueryable<Feedback> Observable() => feedback.Counted().Where(f => !f.IsBarred && f.PurgedAt == null);
    }

    extension(PortalDb db)
    {
        public DbSet<FigureAccount> FigureAccounts => db.Set<FigureAccount>();

        /// <summary>What the head signed last for this unit and quarter.</summary>
        public Task<FigureAccount?> SignedAccount(Guid unit, FigurePeriod period, CancellationToken stop)
        {
            var key = period.Key;
            return db.FigureAccounts.Where(account => account.UnitId == unit && account.Period == key).OrderByDescending(account => account.SignedAt).FirstOrDefaultAsync(stop);
        }
    }

    public static void Map(ModelBuilder builder) => builder.Entity<FigureAccount>(account =>
    {
        account.ToTable("FigureAccounts");
        account.Ignore(a => a.Line);
        account.HasIndex(a => new { a.SiteId, a.UnitId, a.Period });
    });
}
