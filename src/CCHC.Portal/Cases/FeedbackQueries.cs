using CCHC.Portal.People;

namespace CCHC.Portal.Cases;

public static class FeedbackQueries
{
    /// <summary>What <see cref="Counted"/> says of one kind.</summary>
    public static bool IsCounted(this FeedbackKind kind) => kind is not (FeedbackKind.Spam or FeedbackKind.AdministrativeComplaint or FeedbackKind.Denunciation);

    extension(IQueryable<Feedback> feedback)
    {
        /// <summary>Only what this person may read, and nothing that is about them; every list, count, search and export starts here. A unit asked for its part reads the case and does not handle it.</summary>
        public IQueryable<Feedback> VisibleTo(Actor actor)
        {
            if (actor.UnitsFor(Deed.ReadFeedback) is not { } units)
            {
                return feedback.NotAbout(actor);
            }
            var ids = units.Select(id => (Guid?)id).ToList();
            return feedback.Where(f => (f.UnitId != null && ids.Contains(f.UnitId)) || f.Supporting.Any(part => ids.Contains(part.UnitId))).NotAbout(actor);
        }

        public IQueryable<Feedback> Open() =>
            feedback.Where(f => f.State == FeedbackState.InTriage || f.State == FeedbackState.Assigned || f.State == FeedbackState.Waiting);

        /// <summary>Nobody has it in hand yet: waiting for triage, or for somebody of its unit.</summary>
        public IQueryable<Feedback> Fresh() =>
            feedback.Where(f => f.State == FeedbackState.InTriage || (f.State == FeedbackState.Assigned && f.OfficerId == null));

        public IQueryable<Feedback> InHand() => feedback.Where(f => f.State == FeedbackState.Assigned && f.OfficerId != null);

        /// <summary>Late; one whose clock stands still is late only if it was so before.</summary>
        public IQueryable<Feedback> Overdue(DateOnly today) => feedback.Open().Where(f => f.DueAt != null && f.DueAt < (f.PausedOn ?? today));

        public IQueryable<Feedback> DueSoon(DateOnly today, DateOnly until) =>
            feedback.Open().Where(f => f.DueAt != null && f.PausedOn == null && f.DueAt >= today && f.DueAt <= until);

        /// <summary>What figures count: not spam, and not what the law keeps apart (khiếu nại, tố cáo).</summary>
        public IQueryable<Feedback> Counted() =>
            feedback.Where(f => f.Kind != FeedbackKind.Spam && f.Kind != FeedbackKind.AdministrativeComplaint && f.Kind != FeedbackKind.Denunciation);

        /// <summary>Nearest deadline first, those without one last.</summary>
        public IQueryable<Feedback> ByDeadline() => feedback.OrderBy(f => f.DueAt == null).ThenBy(f => f.DueAt).ThenBy(f => f.ReceivedAt);
    }
}
