using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Decides which unit a message belongs to, from the version of the site's routing table that is in force. It does not guess.</summary>
public sealed class Routing(PortalDb db, TimeProvider clock)
{
    /// <summary>The table in force: the highest whose hour has come.</summary>
    public async Task<int> Current(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.RoutingTables.Where(table => table.EffectiveFrom <= now).MaxAsync(table => (int?)table.Number, stop) ?? 1;
    }

    /// <summary>The unit with the reason; without a unit the case waits for a person in the triage queue.</summary>
    public async Task<RoutingDecision> Decide(SiteMap site, RoutingQuestion question, CancellationToken stop)
    {
        var table = await Current(stop);
        var decision = RoutingDecision.By(await Rules(table, stop), table, site, question);
        return decision.Unit is null ? decision with { OwnerId = await HolderOf(table, stop) } : decision;
    }

    /// <summary>Who holds the queue of what no line fits, by that version of the table.</summary>
    public Task<Guid?> HolderOf(int table, CancellationToken stop) =>
        db.RoutingTables.Where(version => version.Number == table).Select(version => version.UnmatchedOwnerId).FirstOrDefaultAsync(stop);

    public Task<List<RoutingRule>> Rules(int table, CancellationToken stop) =>
        db.RoutingRules.AsNoTracking().Where(rule => rule.TableNumber == table).OrderBy(rule => rule.Order).ToListAsync(stop);
}
