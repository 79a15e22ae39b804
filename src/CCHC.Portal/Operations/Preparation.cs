using CCHC.Portal.Content;
using CCHC.Portal.Sealed;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Operations;

/// <summary>Brings databases up to date and the sites into memory, before the first visitor.</summary>
public sealed class Preparation(PortalDb db, SealedDb sealedDb, StorageSettings storage, SiteDirectory sites, IServiceScopeFactory scopes)
{
    public async Task Run(CancellationToken stop)
    {
        await db.Update(storage, stop);
        await sealedDb.Update(storage, stop);
        await sites.Reload(stop);
        await FoldTitles(stop);
    }

    // Titles written before the desk's list was searched by folded words; no SQL folds Vietnamese.
    private async Task FoldTitles(CancellationToken stop)
    {
        foreach (var site in sites.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var inside = scope.ServiceProvider.GetRequiredService<PortalDb>();
            inside.Enter(site.Id);
            foreach (var edition in await inside.Editions.Where(edition => edition.TitleFolded == "" && edition.Title != "").ToListAsync(stop))
            {
                edition.Refold();
            }
            await inside.SaveChangesAsync(stop);
        }
    }
}
