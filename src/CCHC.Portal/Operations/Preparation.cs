using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Content;
using CCHC.Portal.Sealed;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Operations;

/// <summary>Brings databases up to date and the sites into memory, before the first visitor.</summary>
public sealed class Preparation(PortalDb db, SealedDb sealedDb, StorageSettings storage, SiteDirectory sites, Deadlines deadlines, CaseHeads heads, IServiceScopeFactory scopes)
{
    public async Task Run(CancellationToken stop)
    {
        await db.Update(storage, stop);
        await sealedDb.Update(storage, stop);
        await sites.Reload(stop);
        var endsAreKept = heads.HasBegun;
        foreach (var site in sites.All)
        {
            await FillLaterColumns(site.Id, stop);
            await WindOlderClocks(site, stop);
            await ChainOlderHistory(site, endsAreKept, stop);
        }
        if (!endsAreKept)
        {
            heads.Begin();   // last: a start that dies before begins anew
        }
    }

    // Cases older than the clocks get those that their state lets conclude; there are none after the first start.
    private async Task WindOlderClocks(SiteMap site, CancellationToken stop)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var inside = scope.ServiceProvider.GetRequiredService<PortalDb>();
            inside.Enter(site.Id);
            var clocks = inside.CaseClocks;
            var older = await inside.Feedback.Where(feedback => !clocks.Any(clock => clock.FeedbackId == feedback.Id)).Take(500).ToListAsync(stop);
            if (older.Count == 0)
            {
                return;
            }
            older.ForEach(feedback => ClocksOfOlderCases.Wind(feedback, deadlines.TermsOf(site)));
            await inside.SaveChangesAsync(stop);
        }
    }

    private async Task ChainOlderHistory(SiteMap site, bool endsAreKept, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var inside = scope.ServiceProvider.GetRequiredService<PortalDb>();
        inside.Enter(site.Id);
        await HistoryOfOlderCases.Chain(inside, stop);
        if (!endsAreKept)
        {
            await HistoryOfOlderCases.KeepEnds(inside, heads, stop);
        }
    }

    // Texts older than the columns made from them: which files they name, and the title as the desk searches it.
    // No SQL does either; there are none after the first start.
    private async Task FillLaterColumns(Guid siteId, CancellationToken stop)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var inside = scope.ServiceProvider.GetRequiredService<PortalDb>();
            inside.Enter(siteId);
            var older = await inside.Editions.Where(edition => edition.MediaNames == null).Take(500).ToListAsync(stop);
            if (older.Count == 0)
            {
                return;
            }
            older.ForEach(edition => edition.Derive());
            await inside.SaveChangesAsync(stop);
        }
    }
}
