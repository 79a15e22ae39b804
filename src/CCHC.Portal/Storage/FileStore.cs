using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Storage;

/// <summary>Files on this machine's disk, outside the web root, under random names.</summary>
public sealed partial class FileStore(string root)
{
    private const int LongestKey = 200;

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    // Keys cannot begin with a dot, so what is half written can never be asked for.
    private string Unfinished => Path.Combine(_root, ".unfinished");

    public Task<StoredFile> Put(Stream content, string extension, CancellationToken stop) =>
        Write(NewKey(extension), content, replace: false, stop);

    public Task<StoredFile> PutKnown(string key, Stream content, CancellationToken stop) =>
        Write(key, content, replace: true, stop);

    public Stream? Open(string key)
    {
        if (!Exists(key)) return null;

        try
        {
            return new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;   // deleted since
        }
    }

    /// <summary>All of a file in memory; null when it is not there.</summary>
    public async Task<byte[]?> Bytes(string key, CancellationToken stop)
    {
        await using var content = Open(key);
        if (content is null)
        {
            return null;
        }
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    public bool Exists(string key) => IsKey(key) && File.Exists(PathOf(key));

    public bool Delete(string key)
    {
        if (!Exists(key)) return false;

        File.Delete(PathOf(key));
        DiskFolder.Flush(Path.GetDirectoryName(PathOf(key))!);
        return true;
    }

    /// <summary>Says that a file is still wanted: its age counts from now.</summary>
    public void Touch(string key, DateTimeOffset now)
    {
        if (!Exists(key)) return;

        try
        {
            File.SetLastWriteTimeUtc(PathOf(key), now.UtcDateTime);
        }
        catch (FileNotFoundException)
        {
            // Deleted since.
        }
    }

    public IEnumerable<(string Key, DateTimeOffset WrittenAt)> All(string prefix)
    {
        if (!Directory.Exists(_root)) return [];

        return Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(path => (Key: Path.GetRelativePath(_root, path).Replace('\\', '/'), WrittenAt: WrittenAt(path)))
            .Where(file => IsKey(file.Key) && file.Key.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Removes what a crash left half written.</summary>
    public int DeleteUnfinished(DateTimeOffset before)
    {
        if (!Directory.Exists(Unfinished)) return 0;

        var left = Directory.EnumerateFiles(Unfinished).Where(path => WrittenAt(path) < before).ToArray();
        foreach (var path in left) File.Delete(path);
        return left.Length;
    }

    /// <summary>Where a file lies, for a program that must read it from the disk; null when it is not there.</summary>
    public string? PathFor(string key) => Exists(key) ? PathOf(key) : null;

    /// <summary>A place for a program to write a file that may then be adopted; swept away if it is not.</summary>
    public string Scratch(string extension)
    {
        Directory.CreateDirectory(Unfinished);
        return Path.Combine(Unfinished, $"{Guid.CreateVersion7():N}.{extension}");
    }

    /// <summary>Takes a finished file from elsewhere on this disk under a key, whole or not at all.</summary>
    public void Adopt(string path, string key)
    {
        if (!IsKey(key)) throw new ArgumentException($"'{key}' is not a key of a file.", nameof(key));

        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        var target = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target, overwrite: true);
        DiskFolder.FlushUpTo(_root, Path.GetDirectoryName(target)!);
    }

    private async Task<StoredFile> Write(string key, Stream content, bool replace, CancellationToken stop)
    {
        if (!IsKey(key)) throw new ArgumentException($"'{key}' is not a key of a file.", nameof(key));

        var target = PathOf(key);
        var temporary = Path.Combine(Unfinished, Guid.CreateVersion7().ToString("N"));
        DiskFolder.Make(_root);
        Directory.CreateDirectory(Unfinished);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            var (size, print) = await WriteThrough(temporary, content, stop);
            File.Move(temporary, target, replace);
            DiskFolder.FlushUpTo(_root, Path.GetDirectoryName(target)!);   // the name itself must outlive a power cut
            return new StoredFile(key, size, print);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<(long Size, string Sha256)> WriteThrough(string path, Stream content, CancellationToken stop)
    {
        using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);

        var buffer = new byte[80 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, stop)) > 0)
        {
            print.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return (file.Length, Convert.ToHexStringLower(print.GetHashAndReset()));
    }

    private static string NewKey(string extension)
    {
        var type = extension.TrimStart('.');
        if (!Extension().IsMatch(type)) throw new ArgumentException($"'{extension}' is not an extension of a file.", nameof(extension));

        // The year comes from the name itself: its first 48 bits are milliseconds since 1970.
        var name = Guid.CreateVersion7();
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(name.ToByteArray(bigEndian: true)) >> 16;
        var year = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).Year;
        return $"{year}/{name.ToString("N")[^2..]}/{name:N}.{type}";
    }

    private string PathOf(string key) => Path.Combine(_root, key);

    private static bool IsKey(string? key) => key is { Length: <= LongestKey } && Key().IsMatch(key) && !key.Contains("..", StringComparison.Ordinal);

    private static DateTimeOffset WrittenAt(string path) => new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    [GeneratedRegex(@"\A[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex(@"\A[a-z0-9]{1,8}\z")]
    private static partial Regex Extension();
}
