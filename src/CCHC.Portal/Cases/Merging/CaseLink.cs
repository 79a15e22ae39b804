using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Merging;

/// <summary>Two cases that have to do with each other and are worked on apart.</summary>
public sealed class CaseLink : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public Guid OtherId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }
}

public static class CaseLinkMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<CaseLink>(link =>
    {
        link.ToTable("CaseLinks");
        link.HasIndex(l => new { l.FeedbackId, l.OtherId }).IsUnique();
        link.HasIndex(l => l.OtherId);
    });

    extension(PortalDb db)
    {
        public DbSet<CaseLink> CaseLinks => db.Set<CaseLink>();
    }
}
