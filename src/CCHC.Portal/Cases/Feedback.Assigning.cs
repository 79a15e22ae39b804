namespace CCHC.Portal.Cases;

/// <summary>Who of the unit has a case in hand, when somebody else says so.</summary>
public sealed partial class Feedback
{
    /// <summary>The head or the intake officer names who does it; it still waits to be taken in hand by that person.</summary>
    public void Entrust(Guid officer, string note, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        MustLead();
        MustHaveUnit();
        Must(OfficerId != officer, "is in these hands already");
        MustNotBeAboutPerson(officer);
        Happened(CaseEventKind.Entrusted, now, isPublic: false, note, by, fromUnit: UnitId, toPerson: officer);
        OfficerId = officer;
    }
}
