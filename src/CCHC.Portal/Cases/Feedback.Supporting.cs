using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>The units that help the lead with a case.</summary>
public sealed partial class Feedback
{
    /// <summary>Those that help; loaded where they are wanted.</summary>
    public List<SupportingUnit> Supporting { get; init; } = [];

    /// <summary>Asks another unit for its part. A unit that is asked already, leads, or is what it is about is not asked.</summary>
    public SupportingUnit? AskSupport(Guid unitId, DateOnly? dueAt, string question, Guid? by, DateTimeOffset now)
    {
        MustBeOpen();
        MustHaveUnit();
        if (unitId == UnitId || IsBarredTo(unitId) || Supporting.Exists(one => one.UnitId == unitId && one.DoneAt is null))
        {
            return null;
        }
        var asked = new SupportingUnit { SiteId = SiteId, FeedbackId = Id, UnitId = unitId, DueAt = dueAt, Question = question, AskedBy = by, AskedAt = now };
        Supporting.Add(asked);
        Happened(CaseEventKind.SupportAsked, now, isPublic: false, string.Join(" ", new[] { dueAt is { } due ? $"Hạn {VietnamTime.ShortDate(due)}." : "", question }.Where(words => words != "")), by, fromUnit: UnitId, toUnit: unitId);
        return asked;
    }

    /// <summary>The units the routing table names help from the start; a case that waits for a person asks nobody yet.</summary>
    public void AskSupportFrom(IEnumerable<Guid> units, Terms terms)
    {
        foreach (var unit in UnitId is null ? [] : units)
        {
            // A moment after it was assigned, so that the history keeps its order.
            AskSupport(unit, DueAt is null ? null : terms.Calendar.Due(ReceivedAt, terms.Contribute), "", by: null, ReceivedAt.AddMilliseconds(2));
        }
    }
}
