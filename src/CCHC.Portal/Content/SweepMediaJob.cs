using CCHC.Portal.Content.Papers;
using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Sweeps away uploads nobody went on with, files that lay in the bin for a month, and bytes no file of the library owns any more; has papers read that never were, and words forgotten whose day is over.</summary>
public sealed class SweepMediaJob(SiteDirectory sites, FileStore files, Arrivals arrivals, TimeProvider clock) : IJob
{
    private static readonly TimeSpan InBin = TimeSpan.FromDays(30), Allowance = TimeSpan.FromDays(1);

    // A node that stood still for some days still tells what ended meanwhile.
    private const int DaysBack = 7;

    private DateOnly toldOn;

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
        var today = VietnamTime.Day(now);
        foreach (var site in sites.All)
        {
            await Papers(site.Id, now, today, scopes, stop);
        }
        toldOn = today;
    }

    private async Task Papers(Guid site, DateTimeOffset now, DateOnly today, IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site);
        var texts = db.PaperTexts;
        var unread = await db.MediaFiles.Where(file => file.Kind == MediaKind.Document && file.State == MediaState.Active && !texts.Any(text => text.Sha256 == file.Sha256)).Select(file => file.Id).ToListAsync(stop);
        var known = (await db.Chores.Where(chore => chore.Kind == ReadPaper.ChoreKind).Select(chore => chore.Subject).ToListAsync(stop)).ToHashSet();
        db.Chores.AddRange(unread.Select(file => file.ToString("n")).Where(subject => !known.Contains(subject)).Select(subject => Chore.Of(ReadPaper.ChoreKind, subject, now)));
        if (toldOn != today)
        {
            DateOnly? since = today.AddDays(-DaysBack), until = today;
            foreach (var name in await db.MediaFiles.Where(file => file.Kind == MediaKind.Document && file.ExpiresOn >= since && file.ExpiresOn < until).Select(file => file.Name).ToListAsync(stop))
            {
                await db.NoteTextsNaming(name, now, stop);
            }
        }
        await db.SaveChangesAsync(stop);
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
