namespace CCHC.Portal.Cases;

/// <summary>The way of an answer that somebody must approve; what leads there is for colleagues only.</summary>
public sealed partial class Feedback
{
    public void HandInAnswer(string letter, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustLead();
        MustHaveUnit();
        Happened(CaseEventKind.HandedIn, now, isPublic: false, letter, by, fromUnit: UnitId);
        OfficerId ??= by;
        Clocks.Stop(now, ClockKind.Accept);
    }

    public void ReturnAnswer(string reason, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.Returned, now, isPublic: false, reason, by, fromUnit: UnitId);
    }
}
