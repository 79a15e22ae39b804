namespace CCHC.Portal.People;

/// <summary>What a person is in a unit (glossary §6).</summary>
public enum Role
{
    Contributor,
    Editor,
    Publisher,
    IntakeOfficer,
    UnitHandler,
    UnitHead,
    SealedOfficer,
    Observer,
    Auditor,
    Administrator,
}
