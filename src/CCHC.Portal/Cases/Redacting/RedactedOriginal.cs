using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Redacting;

/// <summary>What a case said before words of it were covered; encrypted, and opened only under a right of its own.</summary>
public sealed class RedactedOriginal : ISiteOwned
{
    public const string Purpose = "redacted-original";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }

    /// <summary>The <see cref="OriginalWords"/>, encrypted.</summary>
    public required byte[] Box { get; init; }

    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>The message, the names of the files and the answers to the form's questions as they stood.</summary>
public sealed record OriginalWords(string Message, IReadOnlyList<string> FileNames, string Given = "");

public static class RedactedOriginalMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<RedactedOriginal>(original =>
    {
        original.ToTable("RedactedOriginals");
        original.HasIndex(o => o.FeedbackId);
    });

    extension(PortalDb db)
    {
        public DbSet<RedactedOriginal> RedactedOriginals => db.Set<RedactedOriginal>();
    }
}
