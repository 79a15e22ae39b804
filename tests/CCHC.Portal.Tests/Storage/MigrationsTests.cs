using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Storage;

public sealed class MigrationsTests
{
    public static TheoryData<DatabaseEngine> Engines => [.. TestDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task Bringing_the_schema_up_to_date_twice_changes_nothing(DatabaseEngine engine)
    {
        using var place = TestDatabase.New(engine);
        await using var db = Given.PortalDb(place);
        await Database.Update(db, place.Settings);
        var (applied, schema) = (await db.Database.GetAppliedMigrationsAsync(), await House.Schema.Of(db));

        await Database.Update(db, place.Settings);

        Assert.Equal(applied, await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(schema, await House.Schema.Of(db));
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Several_processes_may_start_at_once(DatabaseEngine engine)
    {
        using var place = TestDatabase.New(engine);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = Given.PortalDb(place);
            await Database.Update(db, place.Settings);
        })));

        await using var after = Given.PortalDb(place);
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_process_does_not_make_the_next_start_wait()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        await using (var killed = Given.PortalDb(place))
        {
            await killed.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-20 00:00:00')""");
        }
        await using var db = Given.PortalDb(place);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await Database.Update(db, place.Settings, patience.Token);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(patience.Token));
    }

    [Fact]
    public async Task SQLite_keeps_what_was_acknowledged_and_forgets_what_was_deleted()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        await using var db = Given.PortalDb(place);
        await Database.Update(db, place.Settings);

        Assert.Equal("wal", await Pragma(db, "journal_mode"));
        Assert.Equal("2", await Pragma(db, "synchronous"));   // FULL
        Assert.Equal("1", await Pragma(db, "secure_delete"));
        Assert.Equal("0", await Pragma(db, "trusted_schema"));
        Assert.Equal("1", await Pragma(db, "foreign_keys"));
    }

    private static async Task<string> Pragma(PortalDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
