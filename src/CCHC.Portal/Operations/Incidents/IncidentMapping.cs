using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations.Incidents;

/// <summary>The book of incidents.</summary>
public static class IncidentMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<Incident>(incident =>
    {
        incident.ToTable("Incidents");
        incident.Ignore(one => one.DueAt);
        incident.Ignore(one => one.IsClockRunning);
        incident.Ignore(one => one.KeptUntil);
        incident.Ignore(one => one.WhyNotClose);
        incident.HasIndex(one => new { one.SiteId, one.DiscoveredAt });
    });

    extension(PortalDb db)
    {
        public DbSet<Incident> Incidents => db.Set<Incident>();
    }

    extension(IQueryable<Incident> incidents)
    {
        /// <summary>Those whose 72 hours run: nobody told the authority, nobody said why not.</summary>
        public IQueryable<Incident> ClockRunning() => incidents.Where(one => one.ClosedAt == null && one.AuthorityToldAt == null && one.WaivedAt == null);
    }
}
