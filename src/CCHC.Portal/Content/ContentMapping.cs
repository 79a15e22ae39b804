using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

public static class ContentMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ContentItem>(item =>
        {
            item.ToTable("ContentItems");
            item.HasIndex(i => new { i.SiteId, i.Type, i.Key }).IsUnique();
        });
        builder.Entity<Edition>(edition =>
        {
            edition.ToTable("Editions");
            edition.HasOne(e => e.Item).WithMany(i => i.Editions).HasForeignKey(e => e.ItemId);
            edition.HasIndex(e => new { e.ItemId, e.Culture, e.Number }).IsUnique();
            // One live text for an item and language, one live page for an address.
            edition.HasIndex(e => new { e.ItemId, e.Culture }).IsUnique().HasFilter("\"State\" = 'Published'").HasDatabaseName("IX_Editions_Live");
            edition.HasIndex(e => new { e.SiteId, e.Type, e.Culture, e.Slug }).IsUnique().HasFilter("\"State\" = 'Published'").HasDatabaseName("IX_Editions_Address");
            edition.HasIndex(e => new { e.SiteId, e.State, e.Type, e.PublishedAt });
            edition.HasMany(e => e.Topics).WithOne().HasForeignKey(t => t.EditionId);
            edition.Ignore(e => e.Kind).Ignore(e => e.Body).Ignore(e => e.Address);
        });
        builder.Entity<EditionTopic>(topic =>
        {
            topic.ToTable("EditionTopics");
            topic.HasKey(t => new { t.EditionId, t.Topic });
            topic.HasIndex(t => new { t.SiteId, t.Topic });
        });
        builder.Entity<Revision>(revision =>
        {
            revision.ToTable("Revisions");
            revision.HasIndex(r => r.EditionId);
        });
        builder.Entity<ItemCheck>(check =>
        {
            check.ToTable("ItemChecks");
            check.HasIndex(c => c.ItemId);
        });
        builder.Entity<MediaFile>(file =>
        {
            file.ToTable("MediaFiles");
            file.HasIndex(f => new { f.SiteId, f.Name }).IsUnique();
        });
    }

    extension(PortalDb db)
    {
        public DbSet<ContentItem> ContentItems => db.Set<ContentItem>();
        public DbSet<Edition> Editions => db.Set<Edition>();
        public DbSet<Revision> Revisions => db.Set<Revision>();
        public DbSet<ItemCheck> ItemChecks => db.Set<ItemCheck>();
        public DbSet<MediaFile> MediaFiles => db.Set<MediaFile>();
    }
}
