using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Jobs;

public static class ChoreQueries
{
    public static void Map(ModelBuilder builder) => builder.Entity<Chore>(chore =>
    {
        chore.ToTable("Chores");
        chore.Ignore(c => c.IsOpen);
        chore.HasIndex(c => new { c.DoneAt, c.GivenUpAt, c.NextTryAt });
        chore.HasIndex(c => new { c.SiteId, c.Subject });
    });

    extension(PortalDb db)
    {
        public DbSet<Chore> Chores => db.Set<Chore>();
    }

    extension(IQueryable<Chore> chores)
    {
        public IQueryable<Chore> Open() => chores.Where(chore => chore.DoneAt == null && chore.GivenUpAt == null);

        /// <summary>Those a node may take now: their hour has come and nobody holds them.</summary>
        public IQueryable<Chore> Free(DateTimeOffset now) =>
            chores.Open().Where(chore => chore.NextTryAt <= now && (chore.LeasedUntil == null || chore.LeasedUntil < now));
    }
}
