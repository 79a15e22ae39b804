using CCHC.Portal.People;

namespace CCHC.Portal.Cases;

/// <summary>Whom a case is about, and who is therefore kept from it.</summary>
public sealed partial class Feedback
{
    /// <summary>Somebody is kept from it; lists look at the bars only where this is so.</summary>
    public bool IsBarred { get; private set; }

    public List<CaseAbout> Abouts { get; init; } = [];

    public List<CaseBar> Bars { get; init; } = [];

    public bool IsBarredTo(Actor actor) => IsBarredTo(actor.PersonId, actor.AnswersFor);

    // Who asks without having loaded the bars is told that everybody is barred.
    public bool IsBarredTo(Guid person, IEnumerable<Guid> units) =>
        IsBarred && (Bars.Count == 0 || Bars.Exists(bar => bar.PersonId == person || (bar.UnitId is { } unit && units.Contains(unit))));

    public bool IsBarredTo(Guid unit) => IsBarred && (Bars.Count == 0 || Bars.Exists(bar => bar.UnitId == unit));

    /// <summary>Says whom it is about; whoever that is may not have it from now on.</summary>
    public void IsAbout(CaseAbout about, IReadOnlyCollection<CaseBar> bars, string said, DateTimeOffset now)
    {
        Abouts.Add(about);
        Bars.AddRange(bars);
        IsBarred = Bars.Count > 0;
        if (OfficerId is { } officer && Bars.Exists(bar => bar.PersonId == officer))
        {
            OfficerId = null;
        }
        Happened(CaseEventKind.AboutNoted, now, isPublic: false, said, about.MarkedBy, fromUnit: UnitId);
    }

    /// <summary>It is not about them after all. What was noted stays in the history, with who took it back and why.</summary>
    public void IsNotAbout(Guid aboutId, string reason, Guid by, DateTimeOffset now)
    {
        var about = Abouts.Single(about => about.Id == aboutId);
        Must(about.Stands, "was freed of this note before");
        about.Lift(by, now);
        Bars.RemoveAll(bar => bar.AboutId == aboutId);
        IsBarred = Bars.Count > 0;
        Happened(CaseEventKind.AboutLifted, now, isPublic: false, reason, by, fromUnit: UnitId);
    }

    /// <summary>Goes from those it is about to a unit above them; without one back to the intake officers.</summary>
    public void MoveAway(Guid? toUnit, string reason, Guid by, DateTimeOffset now, Terms terms)
    {
        if (toUnit is { } unit)
        {
            Forward(unit, reason, by, now, terms);
            return;
        }
        MustBeOpen();
        Clocks.Stop(now, ClockKind.Classify, ClockKind.Accept);
        Resume(now, terms.Calendar);
        StartClock(ClockKind.Classify, now, terms.Classify, terms.Calendar);
        (UnitId, OfficerId, State) = (null, null, FeedbackState.InTriage);
    }

    private void MustNotBeAboutPerson(Guid person) => Must(!IsBarredTo(person, []), "is about that person: somebody else handles it");

    private void MustNotBeAbout(Guid unit) => Must(!IsBarredTo(unit), "is about that unit: another one handles it");
}
