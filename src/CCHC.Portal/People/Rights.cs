namespace CCHC.Portal.People;

/// <summary>The one table of who may do what. A role that is not listed may not.</summary>
public static class Rights
{
    private static readonly Dictionary<Deed, Dictionary<Role, Reach>> Table = new()
    {
        [Deed.EnterDesk] = Enum.GetValues<Role>().ToDictionary(role => role, _ => Reach.WholeSite),
        [Deed.WriteContent] = new()
        {
            [Role.Contributor] = Reach.OwnUnit,
            [Role.Editor] = Reach.WholeSite,
            [Role.Publisher] = Reach.WholeSite,
        },
        [Deed.PublishContent] = new() { [Role.Publisher] = Reach.WholeSite },
        [Deed.PublishInEmergency] = new() { [Role.Publisher] = Reach.WholeSite },
        [Deed.ManageMedia] = new()
        {
            [Role.Contributor] = Reach.OwnUnit,
            [Role.Editor] = Reach.WholeSite,
            [Role.Publisher] = Reach.WholeSite,
        },
        [Deed.PostNotice] = new() { [Role.Publisher] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        // Whoever is awake in the storm: the switch shows numbers to call and ends by itself.
        [Deed.SwitchStorm] = new() { [Role.Publisher] = Reach.WholeSite, [Role.IntakeOfficer] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        // Counts of pages, nobody's data: everybody who writes or answers for them.
        [Deed.ReadViews] = new()
        {
            [Role.Contributor] = Reach.WholeSite,
            [Role.Editor] = Reach.WholeSite,
            [Role.Publisher] = Reach.WholeSite,
            [Role.UnitHead] = Reach.WholeSite,
            [Role.Observer] = Reach.WholeSite,
            [Role.Auditor] = Reach.WholeSite,
        },
        [Deed.ReadFeedback] = new()
        {
            [Role.IntakeOfficer] = Reach.WholeSite,
            [Role.UnitHandler] = Reach.OwnUnit,
            [Role.UnitHead] = Reach.UnitsBelow,
        },
        [Deed.HandleFeedback] = new()
        {
            [Role.IntakeOfficer] = Reach.WholeSite,
            [Role.UnitHandler] = Reach.OwnUnit,
            [Role.UnitHead] = Reach.UnitsBelow,
        },
        [Deed.RevealSubmitter] = new()
        {
            [Role.IntakeOfficer] = Reach.WholeSite,
            [Role.UnitHandler] = Reach.OwnUnit,
        },
        [Deed.TriageFeedback] = new() { [Role.IntakeOfficer] = Reach.WholeSite },
        [Deed.GrantExtension] = new() { [Role.UnitHead] = Reach.UnitsBelow },
        // Administrators run the system; they have no door to sealed cases (glossary §6).
        [Deed.ReadSealed] = new() { [Role.SealedOfficer] = Reach.WholeSite },
        [Deed.ReadFigures] = new()
        {
            [Role.IntakeOfficer] = Reach.WholeSite,
            [Role.UnitHead] = Reach.UnitsBelow,
            [Role.Observer] = Reach.WholeSite,
            [Role.Auditor] = Reach.WholeSite,
        },
        [Deed.SignFigures] = new() { [Role.UnitHead] = Reach.UnitsBelow },
        [Deed.HoldFeedback] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        [Deed.ReadRetention] = new()
        {
            [Role.IntakeOfficer] = Reach.WholeSite,
            [Role.UnitHead] = Reach.UnitsBelow,
            [Role.Auditor] = Reach.WholeSite,
            [Role.Administrator] = Reach.WholeSite,
        },
        [Deed.SetRetention] = new() { [Role.Administrator] = Reach.WholeSite },
        // Two pairs of eyes; the second sees codes and numbers only, never words.
        [Deed.ProposePurge] = new() { [Role.IntakeOfficer] = Reach.WholeSite },
        [Deed.ApprovePurge] = new() { [Role.UnitHead] = Reach.UnitsBelow, [Role.Administrator] = Reach.WholeSite },
        [Deed.ReadAnonymised] = new() { [Role.Observer] = Reach.WholeSite },
        [Deed.ManagePeople] = new() { [Role.Administrator] = Reach.WholeSite },
        [Deed.ManageCalendar] = new() { [Role.Administrator] = Reach.WholeSite },
        [Deed.ReadRouting] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        [Deed.ManageRouting] = new() { [Role.Administrator] = Reach.WholeSite },
        // A second pair of eyes on who opened what; never on what it says.
        [Deed.AuditSealed] = new() { [Role.SealedOfficer] = Reach.WholeSite, [Role.Auditor] = Reach.WholeSite },
        [Deed.DecideConflict] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        [Deed.ApproveAnswer] = new() { [Role.UnitHead] = Reach.UnitsBelow },
        [Deed.ManageTemplates] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        [Deed.ReadOriginal] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        // To refuse a case, or to say that it is none that is counted: not for whoever should have answered it.
        [Deed.SetAside] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        // To write down what somebody says at the counter reaches no case.
        [Deed.TakeInFeedback] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHandler] = Reach.WholeSite },
        [Deed.AssignFeedback] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        // Numbers and states only; what was said stays with those who read cases.
        [Deed.ReadExchange] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        [Deed.RunExchange] = new() { [Role.IntakeOfficer] = Reach.WholeSite },
        [Deed.ManageExchange] = new() { [Role.Administrator] = Reach.WholeSite },
        // Who did what, and to which code; never what a case says.
        [Deed.ReadAudit] = new() { [Role.Auditor] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        [Deed.ApprovePublication] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.UnitHead] = Reach.UnitsBelow },
        [Deed.TellObstacle] = new() { [Role.UnitHandler] = Reach.OwnUnit, [Role.UnitHead] = Reach.UnitsBelow },
        // Breaches of personal data: who answers for the data keeps the book, who checks reads it.
        [Deed.ReadIncidents] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.Auditor] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        [Deed.KeepIncidents] = new() { [Role.IntakeOfficer] = Reach.WholeSite, [Role.Administrator] = Reach.WholeSite },
        [Deed.AnswerObstacle] = new() { [Role.UnitHead] = Reach.UnitsBelow },
    };

    public static Reach Of(Role role, Deed deed) => Table[deed].GetValueOrDefault(role, Reach.Nothing);
}
