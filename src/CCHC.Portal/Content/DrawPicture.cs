using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Draws a picture of the library in the sizes and formats pages offer.</summary>
public sealed class DrawPicture : IDoChore
{
    public const string ChoreKind = "draw-picture";

    public string Kind => ChoreKind;
    public bool IsHeavy => false;

    public async Task Do(Chore chore, IServiceProvider services, ChoreProgress progress, CancellationToken stop)
    {
        var (db, files) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<FileStore>());
        var id = Guid.Parse(chore.Subject);
        if (await db.MediaFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { Kind: MediaKind.Image, Width: { } width } picture || await files.Bytes(picture.StoreKey(), stop) is not { } bytes)
        {
            return;   // deleted since
        }
        var wanted = PictureSizes.Wanted(width, PictureSizes.IsSeeThrough(bytes)).ToList();
        var missing = wanted.Where(copy => !files.Exists(picture.StoreKey(copy))).ToList();
        foreach (var (group, at) in missing.GroupBy(copy => Path.GetFileNameWithoutExtension(copy)).Select((group, at) => (group, at)))
        {
            stop.ThrowIfCancellationRequested();
            progress(10 + (at * 30), $"Vẽ cỡ {group.Key} điểm ảnh");
            foreach (var (copy, drawn) in await Task.Run(() => PictureSizes.Draw(bytes, [.. group]), stop))
            {
                using var stream = new MemoryStream(drawn, writable: false);
                await files.PutKnown(picture.StoreKey(copy), stream, stop);
            }
        }
        picture.Made = string.Join(' ', wanted);
        await services.GetRequiredService<MediaIntake>().SaveMade(picture, stop);
    }
}
