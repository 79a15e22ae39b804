using CCHC.Portal.Cases.Redacting;
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
        var before = clock.GetUtcNow() - DraftFiles.Kept;
        DeleteLeftovers(clock.GetUtcNow() - Allowance);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var (key, _) in files.All("").Where(file => file.WrittenAt < before && !file.Key.StartsWith("media/", StringComparison.Ordinal)).ToList())
        {
            if (!await db.Attachments.OfEverySite().AnyAsync(attachment => attachment.StoreKey == key, stop)
                && !await db.CoveredPictures.OfEverySite().AnyAsync(picture => picture.StoreKey == key, stop))
            {
                files.Delete(key);
            }
        }
    }

    // What a crash left in the clear: half-written files of ours, and the framework's copies of forms it was reading.
    private void DeleteLeftovers(DateTimeOffset before)
    {
        files.DeleteUnfinished(before);
        var folder = Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath();
        foreach (var path in Directory.EnumerateFiles(folder, "ASPNETCORE_*.tmp").Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
            {
                // Another program's.
            }
        }
    }
}
