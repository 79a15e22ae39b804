using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Sites;

/// <summary>Every site of this install by host name, kept in memory and read again when it changes.</summary>
public sealed class SiteDirectory(IServiceScopeFactory scopes)
{
    private volatile IReadOnlyDictionary<string, SiteMap> byHost = new Dictionary<string, SiteMap>();

    public IReadOnlyCollection<SiteMap> All { get; private set; } = [];

    public SiteMap? ByHost(string host) => byHost.TryGetValue(host, out var site) ? site : null;

    public SiteMap ById(Guid id) => All.First(site => site.Id == id);

    public async Task Reload(CancellationToken stop = default)
    {
        var sites = new List<SiteMap>();
        foreach (var site in await Listed(stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site.Id);
            sites.Add(new SiteMap(site,
                await db.Units.AsNoTracking().OrderBy(unit => unit.Code).ToListAsync(stop),
                await db.CalendarDays.AsNoTracking().OrderBy(day => day.Date).ToListAsync(stop)));
        }
        All = sites;
        byHost = sites.SelectMany(site => site.Profile.Hosts.Select(host => (host, site)))
            .DistinctBy(pair => pair.host, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.host, pair => pair.site, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<List<Site>> Listed(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Sites.AsNoTracking().OrderBy(site => site.Key).ToListAsync(stop);
    }
}
