using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Answers;

public static class AnswerQueries
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<AnswerTemplate>(template =>
        {
            template.ToTable("AnswerTemplates");
            template.Ignore(t => t.Parts);
            template.HasIndex(t => t.SiteId);
        });
        builder.Entity<ProposedAnswer>(proposed =>
        {
            proposed.ToTable("ProposedAnswers");
            proposed.HasIndex(p => p.FeedbackId);
            proposed.HasIndex(p => new { p.SiteId, p.State });
        });
    }

    extension(PortalDb db)
    {
        public DbSet<AnswerTemplate> AnswerTemplates => db.Set<AnswerTemplate>();
        public DbSet<ProposedAnswer> ProposedAnswers => db.Set<ProposedAnswer>();

        /// <summary>From the database and not from memory: another node may have changed it a moment ago.</summary>
        public Task<bool> NeedsApproval(Guid? unitId, CancellationToken stop) => db.Set<Unit>().AnyAsync(unit => unit.Id == unitId && unit.AnswersNeedApproval, stop);

        public Task<ProposedAnswer?> WaitingAnswer(Guid feedbackId, CancellationToken stop) =>
            db.ProposedAnswers.SingleOrDefaultAsync(proposed => proposed.FeedbackId == feedbackId && proposed.State == ProposedState.Waiting, stop);

        /// <summary>Those that may be used for this case, its own unit's first.</summary>
        public async Task<IReadOnlyList<AnswerTemplate>> TemplatesFor(Feedback feedback, DateOnly today, CancellationToken stop)
        {
            var there = await db.AnswerTemplates.AsNoTracking().Where(template => !template.IsOff).ToListAsync(stop);
            return [.. there.Where(template => template.Fits(feedback) && !template.IsOffOn(today)).OrderBy(template => template.Field is null).ThenBy(template => template.UnitId is null).ThenBy(template => template.Name, StringComparer.Ordinal)];
        }
    }

    extension(IQueryable<Feedback> feedback)
    {
        /// <summary>Whose answer waits for this person: written by somebody else, in a unit they answer for.</summary>
        public IQueryable<Feedback> AnswerWaitsFor(Actor actor, PortalDb db)
        {
            var units = actor.UnitsFor(Deed.ApproveAnswer);
            var ids = units?.Select(id => (Guid?)id).ToList() ?? [];
            var (whole, me) = (units is null, actor.PersonId);
            var waiting = db.ProposedAnswers.Where(proposed => proposed.State == ProposedState.Waiting && proposed.WriterId != me).Select(proposed => proposed.FeedbackId);
            return feedback.Open().Where(f => (whole || ids.Contains(f.UnitId)) && waiting.Contains(f.Id));
        }
    }
}
