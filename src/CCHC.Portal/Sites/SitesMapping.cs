using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sites;

public static class SitesMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Site>(site =>
        {
            site.ToTable("Sites");
            site.HasIndex(s => s.Key).IsUnique();
            site.Ignore(s => s.Profile);
        });
        builder.Entity<Unit>(unit =>
        {
            unit.ToTable("Units");
            unit.HasIndex(u => new { u.SiteId, u.Code }).IsUnique();
        });
        builder.Entity<CalendarDay>(day =>
        {
            day.ToTable("CalendarDays");
            day.HasIndex(d => new { d.SiteId, d.Date }).IsUnique();
        });
    }

    extension(PortalDb db)
    {
        public DbSet<Site> Sites => db.Set<Site>();
        public DbSet<Unit> Units => db.Set<Unit>();
        public DbSet<CalendarDay> CalendarDays => db.Set<CalendarDay>();
    }
}
