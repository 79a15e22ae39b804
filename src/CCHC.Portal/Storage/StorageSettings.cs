using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Storage;

/// <summary>Where the portal keeps what must last.</summary>
public sealed record StorageSettings
{
    /// <summary>Sqlite (embedded, the default) or PostgreSql.</summary>
    public DatabaseEngine Engine { get; init; } = DatabaseEngine.Sqlite;

    /// <summary>The connection string for PostgreSql; for Sqlite the file is portal.db in <see cref="Folder"/>.</summary>
    public string? Connection { get; init; }

    /// <summary>The folder for the database, files, search index, keys and dropped mail.</summary>
    [Required] public string Folder { get; init; } = ".data";

    /// <summary>The folder for secret keys; keep it apart from the database and its backups. Default: keys in <see cref="Folder"/>.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>SQLite only, for tests of a full disk: the most pages the database may have.</summary>
    public int? MostPages { get; init; }

    public string KeysIn => KeyFolder ?? Path.Combine(Folder, "keys");

    public string Under(params string[] parts) => Path.Combine([Folder, .. parts]);

    public string ConnectionFor(string database) => Engine == DatabaseEngine.Sqlite
        ? $"Data Source={Under(database + ".db")};Foreign Keys=True;Default Timeout=15"
        : Durable(Connection ?? throw new InvalidOperationException("Storage:Connection is missing: PostgreSql needs a connection string."));

    // What was acknowledged is on the disk, whatever the server's own default is.
    private static string Durable(string connection)
    {
        var builder = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        builder.Options = $"{builder.Options} -c synchronous_commit=on".Trim();
        return builder.ConnectionString;
    }
}

public enum DatabaseEngine { Sqlite, PostgreSql }
