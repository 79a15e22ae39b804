using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases;

/// <summary>Removes files that no case refers to a day after they were sent.</summary>
public sealed class SweepDraftFilesJob(FileStore files, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Allowance = TimeSpan.FromHours(1);

    public string Name => "sweep-draft-files";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var before = clock.GetUtcNow() - DraftFiles.Kept - Allowance;   // longer than any ticket
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var (key, _) in files.All("").Where(file => file.WrittenAt < before && !file.Key.StartsWith("media/", StringComparison.Ordinal)).ToList())
        {
            if (!await db.Attachments.OfEverySite().AnyAsync(attachment => attachment.StoreKey == key, stop))
            {
                files.Delete(key);
            }
        }
    }
}
