using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>Whether this node can do its work now: database, search index, disk.</summary>
public static class Readiness
{
    public static async Task<IResult> Answer(PortalDb db, SiteDirectory sites, SearchIndexes indexes, StorageSettings storage, WebSettings settings, CancellationToken stop)
    {
        var checks = new Dictionary<string, bool>
        {
            ["database"] = await Works(async () => await db.Sites.AsNoTracking().AnyAsync(stop)),
            ["search"] = await Works(() => Task.FromResult(sites.All.All(site => !indexes.Of(site.Id).IsBeingBuilt))),
            ["disk"] = await Works(() => Task.FromResult(new DriveInfo(Path.GetFullPath(storage.Folder)).AvailableFreeSpace > settings.LeastFreeDiskMb * 1024L * 1024)),
        };
        return Results.Json(checks, statusCode: checks.Values.All(works => works) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> Works(Func<Task<bool>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return false;   // whatever it is, this node is not ready
        }
    }
}
