using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Search;

public static class SearchMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<IndexChange>(change =>
        {
            change.ToTable("IndexChanges");
            change.HasKey(c => c.Sequence);
            change.Property(c => c.Sequence).ValueGeneratedOnAdd();
        });
        builder.Entity<PinnedAnswer>(pin => pin.ToTable("PinnedAnswers").Ignore(p => p.Phrases));
        builder.Entity<WordGroup>(group => group.ToTable("WordGroups").Ignore(g => g.Phrases));
    }

    extension(PortalDb db)
    {
        public DbSet<IndexChange> IndexChanges => db.Set<IndexChange>();
        public DbSet<PinnedAnswer> PinnedAnswers => db.Set<PinnedAnswer>();
        public DbSet<WordGroup> WordGroups => db.Set<WordGroup>();
    }
}
