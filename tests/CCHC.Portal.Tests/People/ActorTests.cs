using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Tests.People;

/// <summary>The table of who may do what, written down a second time (glossary §6): a change of it must be meant.</summary>
public sealed class ActorTests
{
    private static readonly SiteMap Site = Given.SiteMap();

    [Theory]
    [InlineData(Role.Contributor, "WriteContent:OwnUnit ManageMedia:OwnUnit ReadViews:WholeSite")]
    [InlineData(Role.Editor, "WriteContent:WholeSite ManageMedia:WholeSite ReadViews:WholeSite")]
    [InlineData(Role.Publisher, "WriteContent:WholeSite PublishContent:WholeSite PublishInEmergency:WholeSite ManageMedia:WholeSite PostNotice:WholeSite SwitchStorm:WholeSite ReadViews:WholeSite")]
    [InlineData(Role.IntakeOfficer, "SwitchStorm:WholeSite ReadFeedback:WholeSite HandleFeedback:WholeSite RevealSubmitter:WholeSite TriageFeedback:WholeSite ReadFigures:WholeSite ReadRouting:WholeSite AssignFeedback:WholeSite ManageTemplates:WholeSite TakeInFeedback:WholeSite ReadOriginal:WholeSite DecideConflict:WholeSite ApprovePublication:WholeSite HoldFeedback:WholeSite ReadRetention:WholeSite ProposePurge:WholeSite ReadExchange:WholeSite RunExchange:WholeSite SetAside:WholeSite ReadIncidents:WholeSite KeepIncidents:WholeSite")]
    [InlineData(Role.UnitHandler, "ReadFeedback:OwnUnit HandleFeedback:OwnUnit RevealSubmitter:OwnUnit TakeInFeedback:WholeSite TellObstacle:OwnUnit")]
    [InlineData(Role.UnitHead, "ReadViews:WholeSite ReadFeedback:UnitsBelow HandleFeedback:UnitsBelow GrantExtension:UnitsBelow ReadFigures:UnitsBelow AssignFeedback:UnitsBelow ApproveAnswer:UnitsBelow ManageTemplates:UnitsBelow ReadOriginal:UnitsBelow DecideConflict:UnitsBelow ApprovePublication:UnitsBelow SignFigures:UnitsBelow HoldFeedback:UnitsBelow ReadRetention:UnitsBelow ApprovePurge:UnitsBelow SetAside:UnitsBelow TellObstacle:UnitsBelow AnswerObstacle:UnitsBelow")]
    [InlineData(Role.SealedOfficer, "ReadSealed:WholeSite AuditSealed:WholeSite")]
    [InlineData(Role.Observer, "ReadViews:WholeSite ReadFigures:WholeSite ReadAnonymised:WholeSite")]
    [InlineData(Role.Auditor, "ReadViews:WholeSite ReadFigures:WholeSite AuditSealed:WholeSite ReadRetention:WholeSite ReadAudit:WholeSite ReadIncidents:WholeSite")]
    [InlineData(Role.Administrator, "PostNotice:WholeSite SwitchStorm:WholeSite ManagePeople:WholeSite ManageCalendar:WholeSite ReadRouting:WholeSite ManageRouting:WholeSite ReadRetention:WholeSite SetRetention:WholeSite ApprovePurge:WholeSite ReadExchange:WholeSite ManageExchange:WholeSite ReadAudit:WholeSite ReadIncidents:WholeSite KeepIncidents:WholeSite")]
    public void Each_role_reaches_what_the_table_says_and_no_further(Role role, string reaches)
    {
        var held = Enum.GetValues<Deed>().Where(deed => deed != Deed.EnterDesk)
            .Select(deed => (deed, reach: Rights.Of(role, deed))).Where(pair => pair.reach != Reach.Nothing).Select(pair => $"{pair.deed}:{pair.reach}");

        Assert.Equal(reaches, string.Join(' ', held));
        Assert.Equal(Reach.WholeSite, Rights.Of(role, Deed.EnterDesk));
    }

    [Fact]
    public void The_administrator_has_no_door_to_messages_or_sealed_cases()
    {
        var administrator = Given.Actor(Site, (Role.Administrator, "UBND"));

        Assert.False(administrator.Can(Deed.ReadSealed));
        Assert.False(administrator.Can(Deed.ReadFeedback));
        Assert.False(administrator.Can(Deed.RevealSubmitter));
    }

    [Theory]
    [InlineData("KT", true)]
    [InlineData("KT-1", false)]   // own unit only, not those below
    [InlineData("VP", false)]
    [InlineData("UBND", false)]
    public void A_handler_reads_the_cases_of_the_own_unit(string unit, bool may) =>
        Assert.Equal(may, Given.Actor(Site, (Role.UnitHandler, "KT")).Can(Deed.ReadFeedback, new Subject(Site.UnitByCode(unit)!.Id)));

    [Theory]
    [InlineData("KT", true)]
    [InlineData("KT-1", true)]
    [InlineData("VP", false)]
    [InlineData("UBND", false)]
    [InlineData("CA", false)]
    public void A_head_reads_the_cases_of_the_units_below_too(string unit, bool may) =>
        Assert.Equal(may, Given.Actor(Site, (Role.UnitHead, "KT")).Can(Deed.ReadFeedback, new Subject(Site.UnitByCode(unit)!.Id)));

    [Fact]
    public void What_has_no_unit_yet_is_seen_only_by_those_who_see_the_whole_site()
    {
        Assert.True(Given.Actor(Site, (Role.IntakeOfficer, "VP")).Can(Deed.ReadFeedback, new Subject(null)));
        Assert.False(Given.Actor(Site, (Role.UnitHead, "UBND")).Can(Deed.ReadFeedback, new Subject(null)));
    }

    [Fact]
    public void Two_roles_add_up_each_in_its_own_unit()
    {
        var both = Given.Actor(Site, (Role.UnitHandler, "VP"), (Role.Contributor, "KT"));

        Assert.True(both.Can(Deed.ReadFeedback, new Subject(Site.UnitByCode("VP")!.Id)));
        Assert.False(both.Can(Deed.ReadFeedback, new Subject(Site.UnitByCode("KT")!.Id)));
        Assert.True(both.Can(Deed.WriteContent, new Subject(Site.UnitByCode("KT")!.Id)));
        Assert.False(both.Can(Deed.WriteContent, new Subject(Site.UnitByCode("VP")!.Id)));
    }

    [Fact]
    public void Somebody_without_a_role_may_nothing()
    {
        var nobody = Given.Actor(Site);

        Assert.All(Enum.GetValues<Deed>(), deed => Assert.False(nobody.Can(deed)));
        Assert.All(Enum.GetValues<Deed>(), deed => Assert.False(nobody.Can(deed, new Subject(Site.UnitByCode("VP")!.Id))));
    }

    [Fact]
    public void The_list_of_cases_begins_with_those_the_reader_may_read()
    {
        var (economy, office) = (Site.UnitByCode("KT")!.Id, Site.UnitByCode("VP")!.Id);
        var all = new[] { Given.Feedback(unit: economy), Given.Feedback(unit: office), Given.Feedback(inTriage: true) }.AsQueryable();

        Assert.Equal([economy], all.VisibleTo(Given.Actor(Site, (Role.UnitHandler, "KT"))).Select(f => f.UnitId!.Value));
        Assert.Equal(3, all.VisibleTo(Given.Actor(Site, (Role.IntakeOfficer, "VP"))).Count());
        Assert.Empty(all.VisibleTo(Given.Actor(Site, (Role.Administrator, "UBND"))));
        Assert.Empty(all.VisibleTo(Given.Actor(Site)));
    }
}
