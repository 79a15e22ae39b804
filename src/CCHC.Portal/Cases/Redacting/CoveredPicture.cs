using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Redacting;

/// <summary>A picture as it was before faces or plates on it were covered; opened only under a right of its own, each look on record.</summary>
public sealed class CoveredPicture : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public Guid AttachmentId { get; init; }
    public required string StoreKey { get; init; }
    public string Name { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>Of each covered picture the one that came first: what was sent.</summary>
    public static IEnumerable<CoveredPicture> FirstOf(IEnumerable<CoveredPicture> all) => all.GroupBy(one => one.AttachmentId).Select(one => one.MinBy(before => before.At)!);
}

/// <summary>A picture that goes with a published answer, chosen by an officer; always as it is covered now.</summary>
public sealed class PublicPicture : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid AnswerId { get; init; }
    public Guid FeedbackId { get; init; }
    public Guid AttachmentId { get; init; }

    /// <summary>What is to be seen on it, for who does not see.</summary>
    public string Alt { get; init; } = "";
}

/// <summary>The tables of pictures.</summary>
public static class PictureMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<CoveredPicture>(picture =>
        {
            picture.ToTable("CoveredPictures");
            picture.HasIndex(p => p.FeedbackId);
            picture.HasIndex(p => p.StoreKey);
        });
        builder.Entity<PublicPicture>(picture =>
        {
            picture.ToTable("PublicPictures");
            picture.HasIndex(p => p.AnswerId);
            picture.HasIndex(p => p.FeedbackId);
        });
    }

    extension(PortalDb db)
    {
        public DbSet<CoveredPicture> CoveredPictures => db.Set<CoveredPicture>();
        public DbSet<PublicPicture> PublicPictures => db.Set<PublicPicture>();
    }
}
