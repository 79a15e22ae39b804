using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Decides which unit a message belongs to, from the site's routing table. It does not guess.</summary>
public sealed class Routing(PortalDb db)
{
    /// <summary>The responsible unit; null sends the case to the human triage queue.</summary>
    public async Task<Unit?> UnitFor(SiteMap site, FeedbackKind kind, FeedbackField field, CancellationToken stop)
    {
        var rules = await db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Order).ToListAsync(stop);
        var rule = rules.FirstOrDefault(rule => rule.Fits(kind, field));
        return site.UnitByCode(rule?.UnitCode) is { Kind: UnitKind.Internal or UnitKind.Peer } unit ? unit : null;
    }
}
