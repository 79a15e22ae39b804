using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.House;

/// <summary>The migrations, written by hand, build what EF Core would build from the model; on both engines.</summary>
public sealed class SchemaTests
{
    public static TheoryData<DatabaseEngine> Engines => [.. TestDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task The_portal_database_is_what_the_model_says(DatabaseEngine engine) => await Compare(engine, Given.PortalDb);

    [Theory, MemberData(nameof(Engines))]
    public async Task The_sealed_database_is_what_its_model_says(DatabaseEngine engine) => await Compare(engine, Given.SealedDb);

    [Fact]
    public async Task A_forgotten_column_would_be_noticed()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        await using var db = Given.SealedDb(place);
        await Database.Update(db, place.Settings);
        var before = await Schema.Of(db);

        await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"SealedFiles\" ADD COLUMN \"Forgotten\" TEXT NULL");

        Assert.NotEqual(before, await Schema.Of(db));
        Assert.Contains(before, line => line.StartsWith("index SealedCases", StringComparison.Ordinal) && line.Contains("unique", StringComparison.Ordinal));
        Assert.Contains(before, line => line.StartsWith("foreign key SealedFiles", StringComparison.Ordinal));
    }

    private static async Task Compare(DatabaseEngine engine, Func<TestDatabase, DbContext> open)
    {
        using var migratedPlace = TestDatabase.New(engine);
        using var modelPlace = TestDatabase.New(engine);
        await using var migrated = open(migratedPlace);
        await using var model = open(modelPlace);

        await Database.Update(migrated, migratedPlace.Settings);
        await model.Database.EnsureCreatedAsync();

        var wanted = await Schema.Of(model);
        Assert.NotEmpty(wanted);
        Assert.Equal(string.Join('\n', wanted), string.Join('\n', await Schema.Of(migrated)));
    }
}
