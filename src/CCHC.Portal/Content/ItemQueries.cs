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
            .Where(Freshness.Any([.. ByHabit(today), .. ByOwnRhythm(today)]));

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

    private static IEnumerable<Expression<Func<ContentItem, bool>>> ByHabit(DateOnly today)
    {
        foreach (var habit in ContentTypes.All.Where(type => type.CheckEveryMonths is not null).GroupBy(type => type.CheckEveryMonths!.Value))
        {
            var types = habit.Select(type => type.Key).ToList();
            var (checkedBy, publishedBefore) = Last(today, habit.Key);
            yield return item => item.CheckEveryMonths == null && types.Contains(item.Type) && (item.CheckedOn != null
                ? item.CheckedOn <= checkedBy
                : item.Editions.Any(edition => edition.State == EditionState.Published && edition.PublishedAt < publishedBefore));
        }
    }

    // Neither engine counts months as people do, so each rhythm there may be has its own day.
    private static IEnumerable<Expression<Func<ContentItem, bool>>> ByOwnRhythm(DateOnly today)
    {
        for (var months = 1; months <= Freshness.LongestMonths; months++)
        {
            int? rhythm = months;
            var (checkedBy, publishedBefore) = Last(today, months);
            yield return item => item.CheckEveryMonths == rhythm && (item.CheckedOn != null
                ? item.CheckedOn <= checkedBy
                : item.Editions.Any(edition => edition.State == EditionState.Published && edition.PublishedAt < publishedBefore));
        }
    }

    private static (DateOnly? CheckedBy, DateTimeOffset? PublishedBefore) Last(DateOnly today, int months)
    {
        var last = Freshness.LastSince(today, months);
        return (last, VietnamTime.At(last.AddDays(1), TimeOnly.MinValue));
    }
}
