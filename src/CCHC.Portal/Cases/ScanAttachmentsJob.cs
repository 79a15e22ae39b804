using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases;

/// <summary>Has the files that were sent with messages looked through for malicious code; nobody is handed one before.</summary>
public sealed class ScanAttachmentsJob(SiteDirectory sites, IScanFiles scanner) : IJob
{
    public string Name => "scan-attachments";
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var site in scanner.IsOn ? sites.All : [])
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, files) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<DraftFiles>());
            db.Enter(site.Id);
            foreach (var file in await db.Attachments.AsNoTracking().Where(file => file.Scan == ScanState.Waiting).OrderBy(file => file.Id).Select(file => new { file.Id, file.StoreKey }).ToListAsync(stop))
            {
                if (await files.Read(file.StoreKey, stop) is not { } bytes)
                {
                    continue;   // gone: there is nothing to hand out
                }
                using var content = new MemoryStream(bytes, writable: false);
                if (await scanner.Scan(content, stop) is not ScanState.Waiting and var found)
                {
                    await db.Attachments.Where(one => one.Id == file.Id).ExecuteUpdateAsync(one => one.SetProperty(e => e.Scan, found), stop);
                }
            }
        }
    }
}
