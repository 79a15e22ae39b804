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

        /// <summary>The one-stop sites a notice may be about: their Vietnamese titles by key.</summary>
        public async Task<IReadOnlyDictionary<string, string>> NoticePlaces(CancellationToken stop) => await db.Set<Edition>().AsNoTracking().Live().OfType(ContentTypes.OneStopSite).ForReader("vi")
            .Select(edition => new { edition.Item!.Key, edition.Title }).ToDictionaryAsync(place => place.Key, place => place.Title, stop);
    }

    extension(IQueryable<Notice> notices)
    {
        /// <summary>Shown now or waiting for their hour.</summary>
        public IQueryable<Notice> ToCome(DateTimeOffset now) => notices.Where(notice => notice.EndedAt == null && notice.Until > now);
    }
}
