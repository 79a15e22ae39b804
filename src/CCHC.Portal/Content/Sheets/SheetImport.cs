using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Sheets;

/// <summary>A file of procedures somebody brought and has not decided about yet: one a person, nothing of it is public.</summary>
public sealed class SheetImport : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PersonId { get; init; }
    public required string Name { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The rows as read, as JSON.</summary>
    public required string Rows { get; init; }
}

public static class SheetImportMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<SheetImport>(import =>
    {
        import.ToTable("SheetImports");
        import.HasIndex(i => new { i.SiteId, i.PersonId });
    });

    extension(PortalDb db)
    {
        public DbSet<SheetImport> SheetImports => db.Set<SheetImport>();
    }
}
