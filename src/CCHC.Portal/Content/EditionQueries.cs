using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

public static class EditionQueries
{
    private static readonly string[] Cultures = ["vi", "en"];

    extension(IQueryable<Edition> editions)
    {
        /// <summary>What the public may read.</summary>
        public IQueryable<Edition> Live() => editions.Where(edition => edition.State == EditionState.Published);

        /// <summary>What is being written or waits for its hour.</summary>
        public IQueryable<Edition> Unfinished() => editions.Where(edition => edition.State == EditionState.Draft || edition.State == EditionState.InReview || edition.State == EditionState.Approved || edition.State == EditionState.Scheduled);

        /// <summary>What stands before readers, and of the rest what this person may write.</summary>
        public IQueryable<Edition> LiveOrWritableBy(Actor actor)
        {
            var mine = editions.WritableBy(actor).Unfinished().Select(edition => edition.Id);
            return editions.Where(edition => edition.State == EditionState.Published || mine.Contains(edition.Id));
        }

        /// <summary>Only what this person may write: all of it for editors, their own for contributors; in the languages that are theirs.</summary>
        public IQueryable<Edition> WritableBy(Actor actor)
        {
            if (!actor.Can(Deed.WriteContent))
            {
                return editions.Where(_ => false);
            }
            var mine = actor.UnitsFor(Deed.WriteContent) is null ? editions : editions.Where(edition => edition.AuthorId == actor.PersonId);
            var barred = Barred(actor);
            return barred.Length == 0 ? mine : mine.Where(edition => !barred.Contains(edition.Culture));
        }

        /// <summary>What this person has begun and not seen published yet.</summary>
        public IQueryable<Edition> BegunBy(Guid person) =>
            editions.Where(edition => edition.AuthorId == person && (edition.State == EditionState.Draft || edition.State == EditionState.InReview || edition.State == EditionState.Approved));

        /// <summary>What waits for this person's approval: handed in, not theirs, not approved by them already.</summary>
        public IQueryable<Edition> WaitingFor(Guid person, PortalDb db)
        {
            var (revisions, approvals) = (db.Revisions, db.Approvals);
            return editions.Where(edition => edition.State == EditionState.InReview && edition.AuthorId != person
                && !revisions.Any(revision => revision.EditionId == edition.Id && revision.PersonId == person)
                && !approvals.Any(approval => approval.EditionId == edition.Id && approval.Round == edition.Round && approval.PersonId == person));
        }

        /// <summary>What has an hour to come: to appear or to be taken away.</summary>
        public IQueryable<Edition> Appointed() => editions.Where(edition => edition.HourAt != null);

        /// <summary>What somebody must see to: an appointment that failed, an emergency nobody looked at again.</summary>
        public IQueryable<Edition> InTrouble() => editions.Where(edition => edition.CareSince != null);

        public IQueryable<Edition> OfType(ContentType type) => editions.Where(edition => edition.Type == type.Key);

        /// <summary>What is filed under one of these topics, once.</summary>
        public IQueryable<Edition> About(IReadOnlyCollection<string> topics) => editions.Where(edition => edition.Topics.Any(t => topics.Contains(t.Topic)));

        public IQueryable<Edition> Newest() => editions.OrderByDescending(edition => edition.PublishedAt).ThenByDescending(edition => edition.Id);

        public IQueryable<Edition> PublishedBetween(DateTimeOffset from, DateTimeOffset until) =>
            editions.Where(edition => edition.PublishedAt >= from && edition.PublishedAt < until);

        /// <summary>One text for each item: in the reader's language where there is one, else in Vietnamese.</summary>
        public IQueryable<Edition> ForReader(string culture) => culture == "vi"
            ? editions.Where(edition => edition.Culture == "vi")
            : editions.Where(edition => edition.Culture == culture
                || (edition.Culture == "vi" && !edition.Item!.Editions.Any(other => other.Culture == culture && other.State == EditionState.Published)));
    }

    extension(IEnumerable<Edition> editions)
    {
        /// <summary>Of each item the edition with the highest number.</summary>
        public IEnumerable<Edition> NewestOfEach() => editions.GroupBy(edition => edition.ItemId).Select(same => same.MaxBy(edition => edition.Number)!);
    }

    private static string[] Barred(Actor actor) => [.. Cultures.Where(culture => !actor.CanIn(Deed.WriteContent, culture))];
}
