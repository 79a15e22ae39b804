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
            edition.HasIndex(e => new { e.SiteId, e.State, e.ChangedAt });
            // The desk's list reads all it filters and counts by from this one, without touching the long texts.
            edition.HasIndex(e => new { e.SiteId, e.ChangedAt, e.State, e.Type, e.Culture, e.TitleFolded }, "IX_Editions_Desk");
            edition.HasIndex(e => new { e.SiteId, e.HourAt }).HasFilter("\"HourAt\" IS NOT NULL");
            edition.HasIndex(e => new { e.SiteId, e.CareSince }).HasFilter("\"CareSince\" IS NOT NULL");
            edition.HasIndex(e => new { e.SiteId, e.AuthorId, e.State });
            edition.HasIndex(e => new { e.SiteId, e.Type, e.Culture, e.Slug }, "IX_Editions_SiteId_Type_Culture_Slug");
            edition.HasMany(e => e.Topics).WithOne().HasForeignKey(t => t.EditionId);
            edition.Ignore(e => e.Kind).Ignore(e => e.Body).Ignore(e => e.Address).Ignore(e => e.Planned)
                .Ignore(e => e.IsWritable).Ignore(e => e.WasPublic).Ignore(e => e.OwesSecondLook);
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
        builder.Entity<Approval>(approval =>
        {
            approval.ToTable("Approvals");
            approval.HasIndex(a => new { a.EditionId, a.Round, a.PersonId }).IsUnique();
        });
        builder.Entity<EditionRemark>(remark =>
        {
            remark.ToTable("EditionRemarks");
            remark.HasIndex(r => new { r.ItemId, r.At });
        });
        builder.Entity<TypedCopy>(copy =>
        {
            copy.ToTable("TypedCopies");
            copy.HasIndex(c => new { c.PersonId, c.Place }).IsUnique();
        });
        builder.Entity<EditorPresence>(presence => presence.ToTable("EditorPresences").HasKey(p => new { p.EditionId, p.PersonId }));
        builder.Entity<PreviewLink>(link =>
        {
            link.ToTable("PreviewLinks");
            link.HasIndex(l => l.SecretHash).IsUnique();
            link.HasIndex(l => l.EditionId);
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
            file.Ignore(f => f.Mark).Ignore(f => f.Copies);
            // Columns that came later need a default in the database: rows were there before them.
            foreach (var text in new[] { nameof(MediaFile.Title), nameof(MediaFile.OriginalName), nameof(MediaFile.Tags), nameof(MediaFile.RightsHolder), nameof(MediaFile.Licence), nameof(MediaFile.ConsentNote), nameof(MediaFile.Made) })
            {
                file.Property<string>(text).HasDefaultValue("");
            }
            file.Property(f => f.Folder).HasDefaultValue(MediaFile.CommonFolder);
            file.Property(f => f.Kind).HasDefaultValue(MediaKind.Image);
            file.Property(f => f.Consent).HasDefaultValue(Consent.NotAsked);
            file.Property(f => f.State).HasDefaultValue(MediaState.Active);
            file.Property(f => f.FocusX).HasDefaultValue(500).HasSentinel(-1);
            file.Property(f => f.FocusY).HasDefaultValue(500).HasSentinel(-1);
            file.Property(f => f.ServesMaster).HasDefaultValue(true).HasSentinel(true);
            file.Property(f => f.Version).HasDefaultValue(0);
        });
        builder.Entity<MediaUpload>(upload =>
        {
            upload.ToTable("MediaUploads");
            upload.HasIndex(u => new { u.SiteId, u.PersonId });
            upload.Ignore(u => u.IsOver);
        });
    }

    extension(PortalDb db)
    {
        public DbSet<ContentItem> ContentItems => db.Set<ContentItem>();
        public DbSet<Edition> Editions => db.Set<Edition>();
        public DbSet<Revision> Revisions => db.Set<Revision>();
        public DbSet<Approval> Approvals => db.Set<Approval>();
        public DbSet<EditionRemark> EditionRemarks => db.Set<EditionRemark>();
        public DbSet<TypedCopy> TypedCopies => db.Set<TypedCopy>();
        public DbSet<EditorPresence> EditorPresences => db.Set<EditorPresence>();
        public DbSet<PreviewLink> PreviewLinks => db.Set<PreviewLink>();
        public DbSet<ItemCheck> ItemChecks => db.Set<ItemCheck>();
        public DbSet<MediaFile> MediaFiles => db.Set<MediaFile>();
        public DbSet<MediaUpload> MediaUploads => db.Set<MediaUpload>();
    }
}
