using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CCHC.Portal.Storage;

/// <summary>How every SQLite connection behaves: what was acknowledged is on the disk, what was deleted is gone.</summary>
public sealed class SqliteHabits(int? mostPages) : DbConnectionInterceptor
{
    private readonly string habits =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON;" +
        (mostPages is { } most ? $" PRAGMA max_page_count={most};" : "");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = habits;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken stop = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = habits;
        await command.ExecuteNonQueryAsync(stop);
    }
}
