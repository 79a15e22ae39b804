namespace CCHC.Portal.Storage;

/// <summary>Large files on their way in, each growing at its end; how long one is says how much of it has come.</summary>
public sealed class Arrivals(string root)
{
    private readonly string folder = Path.Combine(Path.GetFullPath(root), ".arriving");

    public void Begin(Guid id)
    {
        Directory.CreateDirectory(folder);
        File.Create(PathOf(id)).Dispose();
    }

    /// <summary>How much has come; null when it is not there.</summary>
    public long? Length(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : null;

    public string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));

    /// <summary>
    /// Adds at most so many bytes at the end and returns the new length; what came before the line broke stays.
    /// Null when somebody else is writing it.
    /// </summary>
    public async Task<long?> Append(Guid id, Stream content, long offset, long most, CancellationToken stop)
    {
        using var file = Writer(id);
        if (file is null || file.Length != offset)
        {
            return null;
        }
        file.Seek(0, SeekOrigin.End);
        try
        {
            var buffer = new byte[128 * 1024];
            for (var left = most; left > 0;)
            {
                var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), stop);
                if (read == 0)
                {
                    break;
                }
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                left -= read;
            }
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException && cut is not { HResult: DiskFull })
        {
            // The line broke: the sender asks how much came and goes on from there.
        }
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return file.Length;
    }

    public void Drop(Guid id) => File.Delete(PathOf(id));

    public IEnumerable<(Guid Id, DateTimeOffset WrittenAt)> All() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(path => Guid.TryParse(Path.GetFileName(path), out _))
            .Select(path => (Guid.Parse(Path.GetFileName(path)), new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero)))
        : [];

    private const int DiskFull = 28;   // ENOSPC, as .NET reports it on Unix

    private FileStream? Writer(Guid id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;   // another request holds it
        }
    }
}
