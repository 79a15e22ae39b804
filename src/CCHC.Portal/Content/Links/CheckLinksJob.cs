using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content.Links;

/// <summary>Tries the links of published texts, one at a time at each host, and writes down which do not answer.</summary>
public sealed class CheckLinksJob(LinkSettings settings, LinkVisitor visitor, TimeProvider clock) : IJob
{
    private const int MostAtOnce = 100, Hosts = 4, Asked = 2;

    private readonly Dictionary<Guid, (int, DateTimeOffset?)> gathered = [];

    public string Name => "check-links";
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        if (settings.EveryHours == 0)
        {
            return;
        }
        foreach (var site in await Sites(scopes, stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site);
            await Gather(db, stop);
            await Try(db, scope.ServiceProvider.GetRequiredService<Publishing>(), stop);
        }
    }

    private static async Task<List<Guid>> Sites(IServiceScopeFactory scopes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Sites.Select(site => site.Id).ToListAsync(stop);
    }

    /// <summary>Which live text has which link now; links that none has any more are forgotten. Read again only when a text changed.</summary>
    private async Task Gather(PortalDb db, CancellationToken stop)
    {
        var live = db.Editions.AsNoTracking().Live();
        var seen = (await live.CountAsync(stop), await live.MaxAsync(edition => (DateTimeOffset?)edition.ChangedAt, stop));
        if (gathered.TryGetValue(db.SiteId, out var before) && before == seen)
        {
            return;
        }
        var wanted = new HashSet<(string Address, Guid Edition)>();
        await foreach (var edition in live.AsAsyncEnumerable().WithCancellation(stop))
        {
            wanted.UnionWith(LinkQueries.AddressesIn(edition).Select(address => (address, edition.Id)));
        }
        var known = await db.LinkChecks.Include(check => check.Uses).ToDictionaryAsync(check => check.Address, stop);
        foreach (var (address, uses) in wanted.GroupBy(pair => pair.Address, pair => pair.Edition).ToDictionary(group => group.Key, group => group.ToHashSet()))
        {
            if (!known.Remove(address, out var check))
            {
                db.LinkChecks.Add(check = new LinkCheck { Address = address, FoundAt = clock.GetUtcNow() });
            }
            check.Uses.RemoveAll(use => !uses.Contains(use.EditionId));
            check.Uses.AddRange(uses.Where(edition => check.Uses.All(use => use.EditionId != edition)).ToList().Select(edition => new LinkUse { CheckId = check.Id, EditionId = edition }));
        }
        db.LinkChecks.RemoveRange(known.Values);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        gathered[db.SiteId] = seen;
    }

    private async Task Try(PortalDb db, Publishing publishing, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? before = now.AddHours(-settings.EveryHours), again = now.AddHours(-Math.Min(2, settings.EveryHours));
        var due = await db.LinkChecks.Where(check => check.CheckedAt == null || check.CheckedAt < before || (check.BrokenSince != null && check.CheckedAt < again))
            .OrderBy(check => check.CheckedAt).Take(MostAtOnce).ToListAsync(stop);
        foreach (var check in due.Where(check => check.IsOwnPage))
        {
            check.Tell(await db.IsOwnPage(publishing, check.Address, stop) ? new(LinkOutcome.Works, 200, "") : new(LinkOutcome.Broken, 404, "Trong cổng không có trang này."), now);
        }
        var answers = new Dictionary<LinkCheck, LinkAnswer>();
        await Parallel.ForEachAsync(due.Where(check => !check.IsOwnPage).GroupBy(check => HostOf(check.Address)), new ParallelOptions { MaxDegreeOfParallelism = Hosts, CancellationToken = stop }, async (host, halt) =>
        {
            foreach (var check in host)
            {
                var answer = await visitor.Visit(check.Address, halt);
                lock (answers)
                {
                    answers[check] = answer;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(settings.Pause), clock, halt);
            }
        });
        // Nobody anywhere answered, nor those who always did: then it is our own line that is down, and nothing is said of theirs.
        if (answers.Values.Any(answer => answer.WasReached) || (answers.Count > 0 && await OthersAnswer(db, answers.Keys, stop)))
        {
            var turned = new List<Guid>();
            foreach (var (check, answer) in answers)
            {
                var wasDown = check.IsDown;
                check.Tell(answer, clock.GetUtcNow());
                if (wasDown != check.IsDown)
                {
                    turned.Add(check.Id);
                }
            }
            await NoteServices(db, publishing, turned, stop);
        }
        await db.SaveChangesAsync(stop);
    }

    private async Task<bool> OthersAnswer(PortalDb db, IEnumerable<LinkCheck> silent, CancellationToken stop)
    {
        var hosts = silent.Select(check => HostOf(check.Address)).ToHashSet();
        var addresses = await db.LinkChecks.AsNoTracking().Where(check => check.Outcome == LinkOutcome.Works && check.CheckedAt != null).OrderByDescending(check => check.CheckedAt).Take(MostAtOnce).Select(check => check.Address).ToListAsync(stop);
        foreach (var address in addresses.Where(address => HostOf(address) is not "" and var host && !hosts.Contains(host)).DistinctBy(HostOf).Take(Asked))
        {
            if ((await visitor.Visit(address, stop)).WasReached)
            {
                return true;
            }
        }
        return false;
    }

    // An outside system that stopped or came back is told on pages that lie ready: they are made anew.
    private static async Task NoteServices(PortalDb db, Publishing publishing, List<Guid> turned, CancellationToken stop)
    {
        var uses = db.LinkUses;
        foreach (var edition in await db.Editions.AsNoTracking().Live().OfType(ContentTypes.ServiceLink).Where(edition => uses.Any(use => use.EditionId == edition.Id && turned.Contains(use.CheckId))).ToListAsync(stop))
        {
            publishing.Note(edition);
        }
    }

    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var at) ? at.Host : "";
}
