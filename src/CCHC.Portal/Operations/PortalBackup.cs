using System.IO.Compression;
using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.Data.Sqlite;

namespace CCHC.Portal.Operations;

/// <summary>Everything that lasts, in one file; and back again. The databases are copied by the engine itself, whatever is written meanwhile.</summary>
public sealed class PortalBackup(StorageSettings storage, TimeProvider clock)
{
    private const string Note = "portal-backup.txt", Files = "files/", Keys = "keys/";
    private static readonly string[] Databases = ["portal.db", "sealed.db"];

    public async Task<BackupReport> Write(string target, bool withKeys, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var unfinished = $"{target}.{Environment.ProcessId}.unfinished";
        var scratch = Directory.CreateTempSubdirectory("portal-backup-").FullName;
        try
        {
            var report = new BackupReport();
            await using (var file = new FileStream(unfinished, FileMode.Create))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    await AddNote(zip, stop);
                    // The databases first: a file is on the disk before the row that names it, so none can be missing.
                    report.Databases = storage.Engine == DatabaseEngine.Sqlite ? await AddDatabases(zip, scratch, stop) : 0;
                    report.Files = await AddFolder(zip, storage.Under("files"), Files, stop);
                    report.Keys = withKeys ? await AddFolder(zip, storage.KeysIn, Keys, stop) : 0;
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, target, overwrite: true);
            return report;
        }
        finally
        {
            File.Delete(unfinished);
            Directory.Delete(scratch, recursive: true);
        }
    }

    public static async Task<BackupReport> Restore(string source, string folder, CancellationToken stop)
    {
        if (!File.Exists(source))
        {
            throw new BackupProblem($"There is no file {source}.");
        }
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BackupProblem($"{folder} is not empty: a backup is restored into an empty folder, never over a portal.");
        }
        try
        {
            return await Unpack(source, folder, stop);
        }
        catch (InvalidDataException broken)
        {
            throw new BackupProblem($"{source} is not a whole backup: {broken.Message}");
        }
    }

    private async Task AddNote(ZipArchive zip, CancellationToken stop)
    {
        await using var note = new StreamWriter(zip.CreateEntry(Note).Open());
        await note.WriteLineAsync($"CCHC.Portal backup, {clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}, {storage.Engine}".AsMemory(), stop);
    }

    private async Task<int> AddDatabases(ZipArchive zip, string scratch, CancellationToken stop)
    {
        foreach (var name in Databases)
        {
            var copy = Path.Combine(scratch, name);
            await using (var from = new SqliteConnection($"Data Source={storage.Under(name)};Mode=ReadOnly;Pooling=False;Default Timeout=60"))
            await using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
            {
                await from.OpenAsync(stop);
                await to.OpenAsync(stop);
                from.BackupDatabase(to);
            }
            await zip.CreateEntryFromFileAsync(copy, name, CompressionLevel.Optimal, stop);
        }
        return Databases.Length;
    }

    private static async Task<int> AddFolder(ZipArchive zip, string folder, string prefix, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            // Where histories end is known of this place only: they may have gone on since the databases were copied.
            if (!name.StartsWith(".unfinished", StringComparison.Ordinal) && !name.StartsWith(CaseHeads.FolderName + "/", StringComparison.Ordinal) && !name.StartsWith(AuditHeads.FolderName + "/", StringComparison.Ordinal))
            {
                await zip.CreateEntryFromFileAsync(path, prefix + name, CompressionLevel.Fastest, stop);
                count++;
            }
        }
        return count;
    }

    private static async Task<BackupReport> Unpack(string source, string folder, CancellationToken stop)
    {
        using var zip = await ZipFile.OpenReadAsync(source, stop);
        if (zip.GetEntry(Note) is null || zip.Entries.Any(entry => !IsOurs(entry.FullName)))
        {
            throw new BackupProblem($"{source} is not a backup of this portal.");
        }
        Directory.CreateDirectory(folder);
        await zip.ExtractToDirectoryAsync(folder, stop);
        File.Delete(Path.Combine(folder, Note));
        foreach (var name in Databases.Where(name => zip.GetEntry(name) is not null))
        {
            await Check(Path.Combine(folder, name), stop);
        }
        foreach (var key in Directory.Exists(Path.Combine(folder, "keys")) ? Directory.EnumerateFiles(Path.Combine(folder, "keys")) : [])
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        return new BackupReport
        {
            Databases = Databases.Count(name => zip.GetEntry(name) is not null),
            Files = zip.Entries.Count(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal)),
            Keys = zip.Entries.Count(entry => entry.FullName.StartsWith(Keys, StringComparison.Ordinal)),
        };
    }

    private static bool IsOurs(string name) => !name.Split('/').Contains("..")
        && (name == Note || Databases.Contains(name) || name.StartsWith(Files, StringComparison.Ordinal) || name.StartsWith(Keys, StringComparison.Ordinal));

    private static async Task Check(string path, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (await command.ExecuteScalarAsync(stop) as string is not "ok" and var said)
        {
            throw new BackupProblem($"{Path.GetFileName(path)} is damaged: {said}");
        }
    }
}

/// <summary>What went into a backup or came out of it.</summary>
public sealed record BackupReport
{
    public int Databases { get; set; }
    public int Files { get; set; }
    public int Keys { get; set; }
}

/// <summary>Why a backup cannot be restored, in words for the operator.</summary>
public sealed class BackupProblem(string message) : Exception(message);
