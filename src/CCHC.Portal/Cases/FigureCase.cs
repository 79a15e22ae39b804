using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>One case as figures see it: nothing of its words, nothing of its sender. Behind every number stands the list of these.</summary>
public sealed record FigureCase(Guid Id, Guid? UnitId, FeedbackKind Kind, FeedbackField Field, DateOnly ReceivedOn, FigureOutcome Outcome, int? AnswerDays, bool AskedAgain, IReadOnlyList<ExtensionGround> Extensions, int? Rating)
{
    public string Code { get; init; } = "";
    public FeedbackState State { get; init; }
    public IntakeChannel Channel { get; init; }
    public bool IsOpen => State is FeedbackState.InTriage or FeedbackState.Assigned or FeedbackState.Waiting;

    /// <summary>Late at this moment, as the queues count it; a promise missed before counts among the late ones for ever.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Each round (the first answer, and the one after the sender asked again) has a promise of its own; one missed makes the case late.</summary>
    public static FigureOutcome OutcomeOf(FeedbackState state, IReadOnlyCollection<CaseClock> clocks, DateOnly today)
    {
        if (state == FeedbackState.Withdrawn)
        {
            return FigureOutcome.Withdrawn;
        }
        var rounds = Rounds(clocks).ToList();
        return rounds.Count == 0 ? FigureOutcome.WithoutDay
            : clocks.Any(promise => promise.IsPromise && promise.IsLate(today)) ? FigureOutcome.Late   // also one that was extended too late
            : rounds.Exists(promise => promise.IsRunning && promise.Pausing?.Reason != PauseReason.Transferred) ? FigureOutcome.Running
            : FigureOutcome.OnTime;
    }

    /// <summary>Working days the first answer took, without the days its clock stood still.</summary>
    public static int? AnswerDaysOf(IReadOnlyCollection<CaseClock> clocks, WorkingCalendar calendar)
    {
        if (Rounds(clocks).FirstOrDefault() is not { StoppedAt: { } answered } promise)
        {
            return null;
        }
        var (first, last) = (calendar.FirstDay(promise.StartedAt), VietnamTime.Day(answered));
        return last <= first ? 0 : Math.Max(0, calendar.WorkingDaysLeft(first, last) - promise.PausedDays(calendar, answered));
    }

    // An extended promise takes the place of the one it extends: both count from the same moment.
    private static IEnumerable<CaseClock> Rounds(IReadOnlyCollection<CaseClock> clocks) => clocks.Where(clock => clock.IsPromise)
        .GroupBy(clock => clock.StartedAt).OrderBy(round => round.Key).Select(round => round.MaxBy(clock => clock.Days)!);
}
