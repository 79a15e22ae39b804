using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Storage;

/// <summary>The portal's database, seen from inside one site.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options, PortalModel model) : DbContext(options), IDataProtectionKeyContext
{
    private Guid? site;

    /// <summary>The site entered. Asking before <see cref="Enter"/> is a bug, and so is every query that would.</summary>
    public Guid SiteId => site ?? throw new InvalidOperationException(
        "No site was entered: a query over site-owned rows needs PortalDb.Enter(siteId) first.");

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public void Enter(Guid siteId)
    {
        if (site is { } entered && entered != siteId)
        {
            throw new InvalidOperationException("This PortalDb is inside another site already.");
        }
        site = siteId;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        GuardWall();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default)
    {
        GuardWall();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Apply(conventions);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        foreach (var map in model.Mappings)
        {
            map(builder);
        }

        var wall = typeof(PortalDb).GetMethod(nameof(Wall), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (var type in builder.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(ISiteOwned))).ToList())
        {
            wall.MakeGenericMethod(type).Invoke(this, [builder]);
        }
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned))))
        {
            builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    // The token puts the site into every UPDATE and DELETE: a row that only claims to be ours is not found.
    private void Wall<T>(ModelBuilder builder) where T : class, ISiteOwned =>
        builder.Entity<T>().HasQueryFilter(Walls.Site, row => row.SiteId == SiteId).Property(row => row.SiteId).IsConcurrencyToken();

    private void GuardWall()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is ISiteOwned row)
            {
                if (entry.State == EntityState.Added && row.SiteId == Guid.Empty)
                {
                    row.SiteId = SiteId;
                }
                else if (row.SiteId != SiteId)
                {
                    throw new InvalidOperationException($"A {entry.Entity.GetType().Name} of another site cannot be saved here.");
                }
            }
            if (entry.State == EntityState.Modified && entry.Entity is IVersioned versioned)
            {
                versioned.Version++;
            }
        }
    }
}
