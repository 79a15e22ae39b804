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
        public IQueryable<ContentItem> DueForCheck(DateOnly today)
        {
            var withHabit = ContentTypes.All.Where(type => type.CheckEveryMonths is not null).Select(type => type.Key).ToList();
            var due = Freshness.Any([.. ByHabit(today), .. ByOwnRhythm(today)]);
            // Most items have no rhythm at all: that is asked first, of the item alone.
            return items.Where(item => item.CheckEveryMonths != null || withHabit.Contains(item.Type))
                .Where(item => item.Editions.AsQueryable().Where(edition => edition.State == EditionState.Published).Any(due));
        }

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

    private static IEnumerable<Expression<Func<Edition, bool>>> ByHabit(DateOnly today)
    {
        foreach (var habit in ContentTypes.All.Where(type => type.CheckEveryMonths is not null).GroupBy(type => type.CheckEveryMonths!.Value))
        {
            var types = habit.Select(type => type.Key).ToList();
            var (checkedBy, publishedBefore) = Last(today, habit.Key);
            yield return edition => edition.Item!.CheckEveryMonths == null && types.Contains(edition.Type)
                && (edition.Item.CheckedOn != null ? edition.Item.CheckedOn <= checkedBy : edition.PublishedAt < publishedBefore);
        }
    }

    // Neither engine counts months as people do, so each rhythm there may be has its own day.
    private static IEnumerable<Expression<Func<Edition, bool>>> ByOwnRhythm(DateOnly today) => Enumerable.Range(1, Freshness.LongestMonths).Select(months => OfRhythm(months, today));

    private static Expression<Func<Edition, bool>> OfRhythm(int? months, DateOnly today)
    {
        var (checkedBy, publishedBefore) = Last(today, months!.Value);
        return edition => edition.Item!.CheckEveryMonths == months && (edition.Item.CheckedOn != null ? edition.Item.CheckedOn <= checkedBy : edition.PublishedAt < publishedBefore);
    }

    private static (DateOnly? CheckedBy, DateTimeOffset? PublishedBefore) Last(DateOnly today, int months)
    {
        var last = Freshness.LastSince(today, months);
        return (last, VietnamTime.At(last.AddDays(1), TimeOnly.MinValue));
    }
}
