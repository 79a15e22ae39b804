using CCHC.Portal.Sealed;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Operations;

/// <summary>Brings databases up to date and the sites into memory, before the first visitor.</summary>
public sealed class Preparation(PortalDb db, SealedDb sealedDb, StorageSettings storage, SiteDirectory sites)
{
    public async Task Run(CancellationToken stop)
    {
        await db.Update(storage, stop);
        await sealedDb.Update(storage, stop);
        await sites.Reload(stop);
    }
}
