using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CCHC.Portal.Storage;

/// <summary>Opens a database on the configured engine and brings its schema up to date.</summary>
public static class Database
{
    public static void Use(this DbContextOptionsBuilder options, StorageSettings storage, string name)
    {
        if (storage.Engine == DatabaseEngine.Sqlite)
        {
            Directory.CreateDirectory(storage.Folder);
            options.UseSqlite(storage.ConnectionFor(name), sqlite => sqlite.MigrationsHistoryTable("SchemaHistory_" + name));
            options.AddInterceptors(new SqliteHabits(storage.MostPages));
        }
        else
        {
            options.UseNpgsql(storage.ConnectionFor(name), postgres => postgres.MigrationsHistoryTable("SchemaHistory_" + name));
        }
        // Migrations are written by hand and have no snapshot to compare with: SchemaTests compares the databases themselves.
        options.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.PendingModelChangesWarning, RelationalEventId.MultipleCollectionIncludeWarning));
    }

    /// <summary>Applies what is missing of the schema; safe to call from several processes, and after one of them was killed.</summary>
    public static async Task Update(this DbContext db, StorageSettings storage, CancellationToken stop = default)
    {
        if (storage.Engine == DatabaseEngine.PostgreSql)
        {
            await UpdatePostgres(db, stop);
            return;
        }

        Directory.CreateDirectory(storage.Folder);
        await using var turn = await Turn(storage.Under("schema.lock"), stop);
        // EF's own lock is a table row that outlives a killed process; the file lock above does not, so the row is stale.
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
        await db.Database.MigrateAsync(stop);
    }

    // EF locks its history table for one migration at a time, so another process may slip in between two of them.
    private static async Task UpdatePostgres(DbContext db, CancellationToken stop)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(stop))
        {
            await creator.CreateAsync(stop);
        }
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(4228107)", stop);   // ours alone; it ends with the connection
            await db.Database.MigrateAsync(stop);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(4228107)", stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<FileStream> Turn(string path, CancellationToken stop)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waits < 600)
            {
                await Task.Delay(100, stop);
            }
        }
    }
}
