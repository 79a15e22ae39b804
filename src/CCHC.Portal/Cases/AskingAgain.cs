using CCHC.Portal.Sites;

namespace CCHC.Portal.Cases;

/// <summary>Decides whether the sender may ask again, until when, and who looks at it then.</summary>
public sealed class AskingAgain(CasesSettings settings)
{
    /// <summary>The last moment to ask again; null where there is no answer to be discontent with.</summary>
    public DateTimeOffset? Until(Feedback feedback) =>
        feedback is { State: FeedbackState.Answered, UnitId: not null, AnsweredAt: { } answered } ? answered.AddDays(settings.AskAgainWithin) : null;

    public bool May(Feedback feedback, bool askedBefore, DateTimeOffset now) => !askedBefore && Until(feedback) is { } until && now <= until;

    /// <summary>The unit that answered looks again; who rated the answer low is heard by the level above, if there is one. Whom it is about looks at nothing again: the level above them does, and without one an intake officer decides: null.</summary>
    public Unit? LooksAgain(SiteMap site, Feedback feedback, int? score) =>
        site.UnitById(feedback.UnitId) is not { } answered ? null
        : score <= settings.AskAgainUpFrom && site.UnitById(answered.ParentId) is { Kind: UnitKind.Internal } above && !feedback.IsBarredTo(above.Id) ? above
        : feedback.IsBarredTo(answered.Id) ? Conflicts.Upper(site, feedback)
        : answered;
}
