using System.Linq.Expressions;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Content;

public static class ItemQueries
{
    extension(IQueryable<ContentItem> items)
    {
        /// <summary>Published things whose day to be looked at again has come.</summary>
        public IQueryable<ContentItem> DueForCheck(DateOnly today) => items
            .Where(item => item.Editions.Any(edition => edition.State == EditionState.Published))
            .Where(Freshness.Any(ContentTypes.All.Where(type => type.CheckEveryMonths is not null).Select(type => Due(type, today))));

        /// <summary>Only those this person answers for: all of them for editors, their own unit's for contributors.</summary>
        public IQueryable<ContentItem> OwnedBy(Actor actor, SiteMap site)
        {
            if (!actor.Can(Deed.WriteContent))
            {
                return items.Where(_ => false);
            }
            if (actor.UnitsFor(Deed.WriteContent) is not { } units)
            {
                return items;
            }
            var codes = units.Select(id => site.UnitById(id)?.Code).OfType<string>().ToList();
            return items.Where(item => codes.Contains(item.OwnerUnit!));
        }
    }

    private static Expression<Func<ContentItem, bool>> Due(ContentType type, DateOnly today)
    {
        var last = Freshness.LastSince(today, type.CheckEveryMonths!.Value);
        DateOnly? checkedBy = last;
        DateTimeOffset? publishedBefore = VietnamTime.At(last.AddDays(1), TimeOnly.MinValue);
        var key = type.Key;
        return item => item.Type == key && (item.CheckedOn != null
            ? item.CheckedOn <= checkedBy
            : item.Editions.Any(edition => edition.State == EditionState.Published && edition.PublishedAt < publishedBefore));
    }
}
