using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>What stands over the form of every verb on a case: which case, what is wrong, and what somebody did meanwhile.</summary>
public sealed record VerbHead(string Title, Feedback Case, IReadOnlyList<Problem> Problems, bool Overtaken, HappenedLine? News)
{
    public static VerbHead Of(string title, Feedback feedback, IReadOnlyList<Problem> problems, int version, CaseAtHand hand) =>
        new(title, feedback, problems, feedback.Version != version, HappenedLine.Of(feedback, hand.Site, new Dictionary<Guid, string>()).FirstOrDefault());
}
