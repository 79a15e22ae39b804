using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

public static class SupportingMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SupportingUnit>(unit =>
        {
            unit.ToTable("SupportingUnits");
            unit.Property(u => u.Id).ValueGeneratedNever();
            unit.HasIndex(u => u.FeedbackId);
            unit.HasIndex(u => new { u.SiteId, u.UnitId, u.DoneAt, u.DueAt });
        });
        builder.Entity<Feedback>().HasMany(f => f.Supporting).WithOne().HasForeignKey(u => u.FeedbackId);
    }

    extension(PortalDb db)
    {
        public DbSet<SupportingUnit> SupportingUnits => db.Set<SupportingUnit>();
    }
}
