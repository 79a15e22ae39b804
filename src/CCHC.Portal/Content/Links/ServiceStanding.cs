using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Links;

/// <summary>Whether an outside system answers today: what its editor says, what the last tries found, and what to use instead (L1–L6).</summary>
public sealed record ServiceStanding(Edition Edition, ServiceLink Link, LinkState State, LinkCheck? Check)
{
    /// <summary>What takes its place while it does not answer.</summary>
    public ServiceStanding? Instead { get; private init; }

    public bool IsStopped => State == LinkState.Stopped;

    /// <summary>Stopped by what the tries found, not by an editor: it comes back by itself.</summary>
    public bool IsFoundStopped => IsStopped && Link.State != LinkState.Stopped;

    public static IReadOnlyList<ServiceStanding> Of(IReadOnlyCollection<Edition> services, IReadOnlyDictionary<string, LinkCheck> checks)
    {
        var all = services.Select(edition => (Edition: edition, Link: edition.As<ServiceLink>())).Select(pair => One(pair.Edition, pair.Link, checks.GetValueOrDefault(LinkQueries.Plain(pair.Link.Url)))).ToList();
        var byKey = all.Where(one => one.Edition.Item is not null).GroupBy(one => one.Edition.Item!.Key).ToDictionary(group => group.Key, group => group.First());
        return [.. all.Select(one => one.IsStopped && one.Link.ReplacedBy is { } key && byKey.GetValueOrDefault(key) is { IsStopped: false } instead ? one with { Instead = instead } : one).OrderBy(one => one.Link.Order)];
    }

    private static ServiceStanding One(Edition edition, ServiceLink link, LinkCheck? check) =>
        new(edition, link, link.State == LinkState.Stopped || check is { IsDown: true } ? LinkState.Stopped : check is { Outcome: LinkOutcome.Works } ? LinkState.Working : link.State, check);
}

public static class ServiceStandings
{
    extension(PortalDb db)
    {
        /// <summary>Every outside system readers are shown, in their order.</summary>
        /// <summary>The outside sources that articles may be quoted from.</summary>
        public async Task<IReadOnlyList<(string Key, string Title)>> NewsSources(CancellationToken stop) =>
            [.. (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.ServiceLink).Where(edition => edition.Culture == "vi").ToListAsync(stop))
                .Where(edition => edition.As<ServiceLink>() is { Group: LinkGroup.Source, State: not LinkState.Stopped }).OrderBy(edition => edition.Title, StringComparer.Ordinal).Select(edition => (edition.Item!.Key, edition.Title))];

        public async Task<IReadOnlyList<ServiceStanding>> Services(string culture, CancellationToken stop)
        {
            var live = await db.Set<Edition>().AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.ServiceLink).ForReader(culture).ToListAsync(stop);
            var addresses = live.Select(edition => LinkQueries.Plain(edition.As<ServiceLink>().Url)).ToList();
            return ServiceStanding.Of(live, await db.Set<LinkCheck>().AsNoTracking().Where(check => addresses.Contains(check.Address)).ToDictionaryAsync(check => check.Address, stop));
        }
    }
}
