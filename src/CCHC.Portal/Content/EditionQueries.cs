using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

public static class EditionQueries
{
    extension(IQueryable<Edition> editions)
    {
        /// <summary>What the public may read.</summary>
        public IQueryable<Edition> Live() => editions.Where(edition => edition.State == EditionState.Published);

        /// <summary>Only what this person may write: all of it for editors, their own for contributors.</summary>
        public IQueryable<Edition> WritableBy(Actor actor) =>
            !actor.Can(Deed.WriteContent) ? editions.Where(_ => false)
            : actor.UnitsFor(Deed.WriteContent) is null ? editions
            : editions.Where(edition => edition.AuthorId == actor.PersonId);

        public IQueryable<Edition> OfType(ContentType type) => editions.Where(edition => edition.Type == type.Key);

        public IQueryable<Edition> About(string topic) => editions.Where(edition => edition.Topics.Any(t => t.Topic == topic));

        public IQueryable<Edition> Newest() => editions.OrderByDescending(edition => edition.PublishedAt).ThenByDescending(edition => edition.Id);

        public IQueryable<Edition> PublishedBetween(DateTimeOffset from, DateTimeOffset until) =>
            editions.Where(edition => edition.PublishedAt >= from && edition.PublishedAt < until);

        /// <summary>One text for each item: in the reader's language where there is one, else in Vietnamese.</summary>
        public IQueryable<Edition> ForReader(string culture) => culture == "vi"
            ? editions.Where(edition => edition.Culture == "vi")
            : editions.Where(edition => edition.Culture == culture
                || (edition.Culture == "vi" && !edition.Item!.Editions.Any(other => other.Culture == culture && other.State == EditionState.Published)));
    }
}
