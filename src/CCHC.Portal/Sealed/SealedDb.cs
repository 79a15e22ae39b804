using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>The database of sealed cases: apart from the portal's, with a key of its own.</summary>
public sealed class SealedDb(DbContextOptions<SealedDb> options) : DbContext(options)
{
    public DbSet<SealedCase> Cases => Set<SealedCase>();
    public DbSet<SealedFile> Files => Set<SealedFile>();
    public DbSet<SealedAccess> Accesses => Set<SealedAccess>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Apply(conventions);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<SealedCase>(sealedCase =>
        {
            sealedCase.ToTable("SealedCases");
            sealedCase.HasIndex(c => new { c.SiteId, c.IdempotencyKey }).IsUnique();
            sealedCase.HasMany(c => c.Files).WithOne().HasForeignKey(f => f.CaseId);
        });
        builder.Entity<SealedFile>(file => file.ToTable("SealedFiles").HasIndex(f => f.CaseId));
        builder.Entity<SealedAccess>(access => access.ToTable("SealedAccesses").HasIndex(a => new { a.CaseId, a.At }));
    }
}
