using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CCHC.Portal.Storage;

/// <summary>How values are kept, the same on both engines.</summary>
public static class Conventions
{
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    // SQLite can neither order nor compare DateTimeOffset, and Npgsql takes only UTC: both know a UTC DateTime.
    private sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
