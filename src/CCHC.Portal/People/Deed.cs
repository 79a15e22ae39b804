namespace CCHC.Portal.People;

/// <summary>Something staff may or may not do; every page, list, file and export asks for one of these.</summary>
public enum Deed
{
    EnterDesk,
    WriteContent,
    PublishContent,
    PublishInEmergency,
    ManageMedia,
    PostNotice,
    SwitchStorm,
    ReadViews,
    ReadFeedback,
    HandleFeedback,
    RevealSubmitter,
    TriageFeedback,
    GrantExtension,
    ReadSealed,
    ReadFigures,
    ManagePeople,
    ManageCalendar,
    ReadRouting,
    ManageRouting,
    AssignFeedback,
    ApproveAnswer,
    ManageTemplates,
    TakeInFeedback,
    ReadOriginal,
    DecideConflict,
    ApprovePublication,
    AuditSealed,
    SignFigures,
}
