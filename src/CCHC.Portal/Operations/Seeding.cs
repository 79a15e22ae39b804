using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Jobs;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Operations;

/// <summary>Loads content-seed, one folder a site. Run twice, nothing doubles; a file with an error is named and the rest still loads.</summary>
public sealed class Seeding(IServiceScopeFactory scopes, SiteDirectory sites, MediaShelf shelf, Nudge nudge, ILogger<Seeding> log)
{
    public async Task<SeedReport> Load(string folder, CancellationToken stop)
    {
        var report = new SeedReport();
        if (!Directory.Exists(folder))
        {
            report.Problems.Add(new SeedProblem(folder, 0, "the seed folder does not exist"));
            return report;
        }
        foreach (var siteFolder in Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, "site.yaml"))).Order(StringComparer.Ordinal))
        {
            await LoadSite(siteFolder, report, stop);
        }
        await sites.Reload(stop);
        foreach (var site in sites.All)
        {
            await Recount(site, stop);
        }
        nudge.Ring(KeepIndexJob.JobName);
        foreach (var problem in report.Problems)
        {
            log.LogWarning("Seed {Problem}", problem.ToString());
        }
        return report;
    }

    // A calendar that came with new seeds moves the promises like one changed at the desk.
    private async Task Recount(SiteMap site, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site.Id);
        await scope.ServiceProvider.GetRequiredService<Recounting>().Apply(site.Calendar, "lịch làm việc được cập nhật", null, stop);
        await db.SaveChangesAsync(stop);
    }

    private async Task LoadSite(string folder, SeedReport report, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDb>();
        var basics = new SeedBasics(db, report);
        if (await basics.Site(folder, stop) is not { } site)
        {
            return;
        }
        db.Enter(site.Id);
        await basics.Rest(folder, stop);
        await new SeedMedia(db, services.GetRequiredService<FileStore>(), services.GetRequiredService<MediaSettings>(), services.GetRequiredService<Ffmpeg>(), services.GetRequiredService<TimeProvider>(), report).Load(site.Id, Path.Combine(folder, "media"), stop);
        shelf.Forget(site.Id);
        await new SeedContent(db, services.GetRequiredService<Publishing>(), services.GetRequiredService<TimeProvider>(), report).Load(folder, stop);
        await basics.Pins(folder, stop);
        shelf.Forget(site.Id);   // which files readers see depends on the texts
    }
}
