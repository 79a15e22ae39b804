using System.Collections.Concurrent;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>The files of a site that may be shown today, by name and by address, and which of them readers' pages use; kept in memory until a file, a page or the day changes.</summary>
public sealed class MediaShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Shelf> shelves = new();
    private int generation;

    public async Task<IReadOnlyDictionary<string, MediaFile>> Of(Guid siteId, CancellationToken stop = default) => (await Today(siteId, stop)).ByName;

    /// <summary>What is served at an address; null for what is not on the shelf, whatever lies on the disk.</summary>
    public async Task<MediaCopy?> At(Guid siteId, string mark, string name, CancellationToken stop) =>
        (await Today(siteId, stop)).ByAddress.GetValueOrDefault((mark, name));

    public void Forget(Guid siteId)
    {
        Interlocked.Increment(ref generation);
        shelves.TryRemove(siteId, out _);
    }

    /// <summary>The type of a copy by its ending.</summary>
    public static string TypeOf(string copy) => Path.GetExtension(copy) switch
    {
        ".avif" => "image/avif",
        ".webp" => "image/webp",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".mp4" => "video/mp4",
        ".m4a" => "audio/mp4",
        ".mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    };

    private async Task<Shelf> Today(Guid siteId, CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        if (shelves.TryGetValue(siteId, out var shelf) && shelf.Day == today)
        {
            return shelf;
        }
        var before = Volatile.Read(ref generation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var shown = (await db.MediaFiles.AsNoTracking().Where(file => file.State == MediaState.Active).ToListAsync(stop)).Where(file => file.IsShownOn(today)).ToList();
        var forReaders = await db.MediaForReaders(stop);
        shelf = new Shelf(today, shown.ToDictionary(file => file.Name), shown.SelectMany(file => Copies(file, forReaders.Contains(file.Name))).ToDictionary(copy => copy.At, copy => copy.Copy));
        if (before == Volatile.Read(ref generation))   // else somebody changed it while it was read: the next one reads again
        {
            shelves[siteId] = shelf;
        }
        return shelf;
    }

    private static IEnumerable<((string, string) At, MediaCopy Copy)> Copies(MediaFile file, bool isForReaders)
    {
        if (file.ServesMaster)
        {
            yield return ((file.Mark, file.Name), new MediaCopy(file, file.StoreKey(), file.ContentType, isForReaders));
        }
        foreach (var copy in file.Copies)
        {
            yield return (($"{file.Mark}-{Path.GetFileNameWithoutExtension(copy)}", file.NameOf(copy)), new MediaCopy(file, file.StoreKey(copy), TypeOf(copy), isForReaders));
        }
    }

    private sealed record Shelf(DateOnly Day, IReadOnlyDictionary<string, MediaFile> ByName, IReadOnlyDictionary<(string, string), MediaCopy> ByAddress);
}

/// <summary>One file as it is served: the whole of it or a copy; to everybody when a page before readers uses it.</summary>
public sealed record MediaCopy(MediaFile File, string StoreKey, string ContentType, bool IsForReaders);
