using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Notices;

public static class NoticesMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<Notice>(notice =>
    {
        notice.ToTable("Notices");
        notice.Property(n => n.About).HasDefaultValue("");   // came later than the first rows
        notice.HasIndex(n => new { n.SiteId, n.Until });
    });

    extension(PortalDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }

    extension(IQueryable<Notice> notices)
    {
        /// <summary>Shown now or waiting for their hour.</summary>
        public IQueryable<Notice> ToCome(DateTimeOffset now) => notices.Where(notice => notice.EndedAt == null && notice.Until > now);
    }
}
