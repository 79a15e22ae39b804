using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>The database of sealed cases: apart from the portal's, with a key of its own.</summary>
public sealed class SealedDb(DbContextOptions<SealedDb> options) : DbContext(options)
{
    public DbSet<SealedCase> Cases => Set<SealedCase>();
    public DbSet<SealedFile> Files => Set<SealedFile>();
    public DbSet<SealedNote> Notes => Set<SealedNote>();
    public DbSet<SealedAccess> Accesses => Set<SealedAccess>();
    public DbSet<SealedPurge> Purges => Set<SealedPurge>();
    public DbSet<SealedPurgeProposal> PurgeProposals => Set<SealedPurgeProposal>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Apply(conventions);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<SealedCase>(sealedCase =>
        {
            sealedCase.ToTable("SealedCases");
            sealedCase.HasIndex(c => new { c.SiteId, c.IdempotencyKey }).IsUnique();
            sealedCase.HasIndex(c => new { c.SiteId, c.ReferenceCode });
            sealedCase.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CaseId);
            sealedCase.HasMany(c => c.Files).WithOne().HasForeignKey(f => f.CaseId);
        });
        builder.Entity<SealedFile>(file =>
        {
            file.ToTable("SealedFiles").HasIndex(f => f.CaseId);
            file.Property(f => f.Id).ValueGeneratedNever();
        });
        builder.Entity<SealedNote>(note =>
        {
            note.ToTable("SealedNotes").HasIndex(n => n.CaseId);
            note.Property(n => n.Id).ValueGeneratedNever();
        });
        builder.Entity<SealedAccess>(access =>
        {
            access.ToTable("SealedAccesses").HasIndex(a => new { a.CaseId, a.At });
            access.HasIndex(a => new { a.CaseId, a.Number }).IsUnique();
        });
        builder.Entity<SealedPurgeProposal>(proposal =>
        {
            proposal.ToTable("SealedPurgeProposals").HasIndex(p => new { p.SiteId, p.At });
            proposal.Ignore(p => p.Chosen);
        });
        builder.Entity<SealedPurge>(purge => purge.ToTable("SealedPurges").HasIndex(p => new { p.SiteId, p.At }));
    }
}
