using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Has the library's files looked through for malicious code; no reader is handed one before.</summary>
public sealed class ScanMediaJob(SiteDirectory sites, IScanFiles scanner, FileStore files, MediaShelf shelf) : IJob
{
    public string Name => "scan-media";
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var site in scanner.IsOn ? sites.All : [])
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, intake) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<MediaIntake>());
            db.Enter(site.Id);
            var isNew = false;
            foreach (var file in await db.MediaFiles.AsNoTracking().Where(file => file.Scan == ScanState.Waiting).OrderBy(file => file.Id).ToListAsync(stop))
            {
                await using var content = files.Open(file.StoreKey());
                if (content is not null && await scanner.Scan(content, stop) is not ScanState.Waiting and var found)
                {
                    await db.MediaFiles.Where(one => one.Id == file.Id && one.Sha256 == file.Sha256).ExecuteUpdateAsync(one => one.SetProperty(e => e.Scan, found), stop);
                    intake.Note(file);   // every node forgets what it knew of it
                    await db.SaveChangesAsync(stop);
                    isNew = true;
                }
            }
            if (isNew)
            {
                shelf.Forget(site.Id);
            }
        }
    }
}
