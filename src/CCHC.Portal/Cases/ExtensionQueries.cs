using CCHC.Portal.People;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

public static class ExtensionQueries
{
    extension(IQueryable<Extension> extensions)
    {
        /// <summary>Those this head may decide: of open cases of their units, and not asked by themselves.</summary>
        public IQueryable<Extension> WaitingFor(Actor actor, PortalDb db)
        {
            var (me, cases) = (actor.PersonId, db.Feedback.VisibleTo(actor).Open());
            var waiting = extensions.Where(extension => extension.State == ExtensionState.Asked && extension.AskedBy != me);
            if (actor.UnitsFor(Deed.GrantExtension) is { } units)
            {
                var ids = units.Select(id => (Guid?)id).ToList();
                return waiting.Where(extension => cases.Any(feedback => feedback.Id == extension.FeedbackId && ids.Contains(feedback.UnitId)));
            }
            return waiting.Where(extension => cases.Any(feedback => feedback.Id == extension.FeedbackId));
        }
    }
}
