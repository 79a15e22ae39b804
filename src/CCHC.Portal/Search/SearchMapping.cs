using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Search;

public static class SearchMapping
{
    private const string WordsSource = "search-words";
    private const int LongestDetail = 300;

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

        /// <summary>Before the save: the note by which every node reads the words anew, and the line in the record.</summary>
        public void SearchWordsChanged(Guid id, string what, string detail, Guid by, DateTimeOffset now)
        {
            db.IndexChanges.Add(new IndexChange { Source = WordsSource, Key = id.ToString("n"), At = now });
            db.Set<AuditEntry>().Add(new AuditEntry { At = now, PersonId = by, What = what, Subject = id.ToString("n"), Detail = detail.Length > LongestDetail ? detail[..LongestDetail] : detail });
        }
    }
}
