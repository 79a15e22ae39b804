using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Readers;

public static class ReaderQueries
{
    /// <summary>Fewer than this say nothing yet: no share, no place among the most read.</summary>
    public const int Handful = 10;

    extension(IQueryable<MistakeReport> reports)
    {
        public IQueryable<MistakeReport> Waiting() => reports.Where(report => report.State == MistakeState.New);

        /// <summary>Only those on pages this person answers for: all of them for editors, their own unit's for contributors.</summary>
        public IQueryable<MistakeReport> VisibleTo(Actor actor, SiteMap site, PortalDb db)
        {
            if (!actor.Can(Deed.WriteContent))
            {
                return reports.Where(_ => false);
            }
            if (actor.UnitsFor(Deed.WriteContent) is not { } units)
            {
                return reports;
            }
            var codes = units.Select(id => site.UnitById(id)?.Code).OfType<string>().ToList();
            var items = db.ContentItems;
            return reports.Where(report => items.Any(item => item.Id == report.Page.ItemId && codes.Contains(item.OwnerUnit!)));
        }
    }

    extension(IQueryable<ViewCount> counts)
    {
        public IQueryable<ViewCount> Since(DateOnly day) => counts.Where(count => count.Day >= day);
    }

    extension(PortalDb db)
    {
        /// <summary>The articles opened most since a day, in all languages together; those opened by a handful are left out.</summary>
        public async Task<IReadOnlyList<(Guid Item, int Views)>> MostRead(DateOnly since, CancellationToken stop)
        {
            var articles = db.ContentItems.Where(item => item.Type == ContentTypes.Article.Key);
            var rows = await db.ViewCounts.AsNoTracking().Since(since).Where(count => count.ItemId != null && articles.Any(item => item.Id == count.ItemId))
                .GroupBy(count => count.ItemId).Select(group => new { Item = group.Key, Views = group.Sum(count => count.Views) })
                .Where(row => row.Views >= Handful).OrderByDescending(row => row.Views).ThenBy(row => row.Item).Take(20).ToListAsync(stop);
            return [.. rows.Select(row => (row.Item!.Value, row.Views))];
        }

        /// <summary>How often each of these items was opened since a day, in one language.</summary>
        public async Task<IReadOnlyDictionary<(Guid Item, string Culture), int>> ViewsOf(IReadOnlyCollection<Guid> items, DateOnly since, CancellationToken stop) => items.Count == 0
            ? new Dictionary<(Guid, string), int>()
            : (await db.ViewCounts.AsNoTracking().Since(since).Where(count => count.ItemId != null && items.Contains(count.ItemId.Value))
                .GroupBy(count => new { count.ItemId, count.Culture }).Select(group => new { group.Key.ItemId, group.Key.Culture, Views = group.Sum(count => count.Views) }).ToListAsync(stop))
                .ToDictionary(row => (row.ItemId!.Value, row.Culture), row => row.Views);
    }
}
