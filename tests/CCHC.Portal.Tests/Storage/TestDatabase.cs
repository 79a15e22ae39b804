using CCHC.Portal.Storage;
using Npgsql;

namespace CCHC.Portal.Tests.Storage;

/// <summary>A throw-away place for a portal: a folder of its own and, when the suite runs on PostgreSQL, a database of its own.</summary>
public sealed class TestDatabase : IDisposable
{
    private TestDatabase(DatabaseEngine engine, string? server)
    {
        Engine = engine;
        Folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        if (server is null)
        {
            return;
        }
        Name = "portal_" + Guid.CreateVersion7().ToString("n");
        Connection = new NpgsqlConnectionStringBuilder(server) { Database = Name, MaxPoolSize = 12, IncludeErrorDetail = true }.ConnectionString;
        this.server = server;
        OnServer($"CREATE DATABASE {Name}");
    }

    /// <summary>A connection string to a PostgreSQL server; the whole suite then runs on it.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static IEnumerable<DatabaseEngine> Engines =>
        Server is null ? [DatabaseEngine.Sqlite] : [DatabaseEngine.Sqlite, DatabaseEngine.PostgreSql];

    private readonly string? server;

    private TestDatabase(TestDatabase shared) =>
        (Engine, Connection, Folder) = (shared.Engine, shared.Connection, Directory.CreateTempSubdirectory("portal-test-").FullName);

    /// <summary>The same database seen from a machine with a folder of its own.</summary>
    public TestDatabase OnAnotherMachine() => new(this);

    public DatabaseEngine Engine { get; }
    public string Folder { get; }
    public string? Name { get; }
    public string? Connection { get; }

    public static TestDatabase New() => New(Server is null ? DatabaseEngine.Sqlite : DatabaseEngine.PostgreSql);

    public static TestDatabase New(DatabaseEngine engine) => new(engine, engine == DatabaseEngine.PostgreSql ? Server : null);

    public StorageSettings Settings => new() { Engine = Engine, Connection = Connection, Folder = Folder };

    /// <summary>The same as configuration, as an operator would write it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Configuration =>
    [
        new("Storage:Engine", Engine.ToString()),
        new("Storage:Folder", Folder),
        .. Connection is null ? [] : new KeyValuePair<string, string?>[] { new("Storage:Connection", Connection) },
    ];

    public void Dispose()
    {
        if (server is not null)
        {
            using (var pool = new NpgsqlConnection(Connection))
            {
                NpgsqlConnection.ClearPool(pool);
            }
            OnServer($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder))   // the host of a test disposes twice
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
