using CCHC.Portal.Content.Papers;
using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Sweeps away uploads nobody went on with, files that lay in the bin for a month, and bytes no file of the library owns any more.</summary>
public sealed class SweepMediaJob(FileStore files, Arrivals arrivals, TimeProvider clock) : IJob
{
    private static readonly TimeSpan InBin = TimeSpan.FromDays(30), Allowance = TimeSpan.FromDays(1);

    public string Name => "sweep-media";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        await Uploads(db, now, stop);
        DateTimeOffset? before = now - InBin;
        await db.MediaFiles.OfEverySite().Where(file => file.State == MediaState.Trashed && file.StateSince < before).ExecuteDeleteAsync(stop);
        await db.PaperTexts.OfEverySite().Where(text => !db.Set<MediaFile>().IgnoreQueryFilters().Any(file => file.SiteId == text.SiteId && file.Sha256 == text.Sha256)).ExecuteDeleteAsync(stop);
        await Bytes(db, now - Allowance, stop);
    }

    private async Task Uploads(PortalDb db, DateTimeOffset now, CancellationToken stop)
    {
        await db.MediaUploads.OfEverySite().Where(upload => upload.ExpiresAt < now).ExecuteDeleteAsync(stop);
        var known = (await db.MediaUploads.OfEverySite().Select(upload => upload.Id).ToListAsync(stop)).ToHashSet();
        foreach (var (id, _) in arrivals.All().Where(arrived => !known.Contains(arrived.Id) && arrived.WrittenAt < now - TimeSpan.FromHours(1)).ToList())
        {
            arrivals.Drop(id);
        }
    }

    private async Task Bytes(PortalDb db, DateTimeOffset before, CancellationToken stop)
    {
        var owned = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var file in db.MediaFiles.OfEverySite().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            owned.Add(file.StoreKey());
            owned.UnionWith(file.Copies.Select(copy => file.StoreKey(copy)));
        }
        foreach (var (key, _) in files.All("media/").Where(file => file.WrittenAt < before && !owned.Contains(file.Key)).ToList())
        {
            files.Delete(key);
        }
    }
}
