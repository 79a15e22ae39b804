using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

public static class QueueQueries
{
    extension(IQueryable<Feedback> feedback)
    {
        /// <summary>Not those merged into another: they are worked on through it.</summary>
        public IQueryable<Feedback> Unmerged() => feedback.Where(f => f.MergedIntoId == null);

        /// <summary>Khiếu nại: they have their own law and days and wait in a queue of their own.</summary>
        public IQueryable<Feedback> Complaints() => feedback.Where(f => f.Kind == FeedbackKind.AdministrativeComplaint);

        public IQueryable<Feedback> WithoutComplaints() => feedback.Where(f => f.Kind != FeedbackKind.AdministrativeComplaint);

        /// <summary>Whose sender left neither name nor a way to be reached: they may lack what NĐ 20/2008 asks for, and are looked through together.</summary>
        public IQueryable<Feedback> Unnamed() => feedback.Where(f => f.SubmitterBox == null);

        public IQueryable<Feedback> InHandsOf(Guid officer) => feedback.Where(f => f.OfficerId == officer);

        /// <summary>Of the very units the person belongs to, not those below.</summary>
        public IQueryable<Feedback> OfUnitsOf(Actor actor)
        {
            var ids = actor.Memberships.Select(held => (Guid?)held.UnitId).Distinct().ToList();
            return feedback.Where(f => ids.Contains(f.UnitId));
        }

        /// <summary>Of the units the person answers for; not what they only help with.</summary>
        public IQueryable<Feedback> LedFor(Actor actor)
        {
            if (actor.UnitsFor(Deed.ReadFeedback) is not { } units)
            {
                return feedback;
            }
            var ids = units.Select(id => (Guid?)id).ToList();
            return feedback.Where(f => ids.Contains(f.UnitId));
        }

        /// <summary>Those that wait for a part of the person's own units.</summary>
        public IQueryable<Feedback> WaitingForPartOf(Actor actor, PortalDb db)
        {
            var ids = actor.Memberships.Where(held => held.Role is Role.UnitHandler or Role.UnitHead).Select(held => held.UnitId).ToList();
            var parts = db.SupportingUnits.Where(part => part.DoneAt == null && ids.Contains(part.UnitId)).Select(part => part.FeedbackId);
            return feedback.Where(f => parts.Contains(f.Id));   // begins with the few parts, not with the many cases
        }

        public IQueryable<Feedback> Tagged(string tag) => feedback.Where(f => (" " + f.Tags + " ").Contains(" " + tag + " "));

        /// <summary>What each officer has in hand, of these cases.</summary>
        public async Task<IReadOnlyDictionary<Guid, OfficerLoad>> Loads(DateOnly today, DateOnly soon, CancellationToken stop) =>
            (await feedback.Open().Unmerged().Where(f => f.OfficerId != null).GroupBy(f => f.OfficerId!.Value).Select(hand => new
            {
                Officer = hand.Key,
                Open = hand.Count(),
                Soon = hand.Count(f => f.DueAt != null && f.PausedOn == null && f.DueAt >= today && f.DueAt <= soon),
                Late = hand.Count(f => f.DueAt != null && f.DueAt < (f.PausedOn ?? today)),
            }).ToListAsync(stop)).ToDictionary(line => line.Officer, line => new OfficerLoad(line.Open, line.Soon, line.Late));
    }

    extension(PortalDb db)
    {
        /// <summary>Who answers for the cases of these units, or of every one: handlers and heads with an open account.</summary>
        public IQueryable<Person> OfficersOf(IReadOnlyCollection<Guid>? units)
        {
            var ids = units?.ToList() ?? [];
            return db.People.AsNoTracking().Include(person => person.Memberships).Where(person => person.IsActive && person.Memberships.Any(held =>
                (held.Role == Role.UnitHandler || held.Role == Role.UnitHead) && (units == null || ids.Contains(held.UnitId))));
        }
    }
}
