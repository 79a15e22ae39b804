using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>The routing table by kind, field, place and tag, and its versions.</summary>
public sealed class RoutingTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            db.AddRange(
                new RoutingRule { Order = 0, Kind = FeedbackKind.Report, Tag = "Harassment", UnitCode = "VP" },
                new RoutingRule { Order = 1, Kind = FeedbackKind.Report, Field = FeedbackField.Land, Place = "Việt Hải", UnitCode = "CA" },
                new RoutingRule { Order = 2, Kind = FeedbackKind.Report, Field = FeedbackField.Land, UnitCode = "KT", Supporting = "VP KHONG-CO" },
                new RoutingRule { Order = 3, Field = FeedbackField.Transport, UnitCode = "X-PHA" });
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData(FeedbackField.Land, "", "", "KT", 2)]
    [InlineData(FeedbackField.Land, "thôn VIET HAI, gần bến", "", "CA", 1)]       // without marks, in capitals
    [InlineData(FeedbackField.Land, "Việt Hải", "Harassment", "VP", 0)]            // the first that fits wins
    [InlineData(FeedbackField.Transport, "", "", null, 3)]                          // outside: a person hands it over
    [InlineData(FeedbackField.Environment, "", "", null, null)]
    public async Task The_first_line_that_fits_decides_and_says_so(FeedbackField field, string place, string tag, string? unit, int? line)
    {
        var decision = await Decide(new RoutingQuestion(FeedbackKind.Report, field, place, tag == "" ? [] : [tag]));

        Assert.Equal((unit, line), (decision.Unit?.Code, decision.Rule?.Order));
        Assert.NotEmpty(decision.Because);
    }

    [Fact]
    public async Task Supporting_units_that_are_no_more_are_left_out() =>
        Assert.Equal(["VP"], (await Decide(new RoutingQuestion(FeedbackKind.Report, FeedbackField.Land))).Supporting.Select(unit => unit.Code));

    [Fact]
    public async Task A_version_decides_from_its_hour_on_and_the_old_one_is_kept()
    {
        Assert.True(await NewTable(2, Given.Morning.AddHours(2), "VP"));

        Assert.Equal("KT", (await Decide(new RoutingQuestion(FeedbackKind.Report, FeedbackField.Land))).Unit!.Code);
        portal.Clock.Advance(TimeSpan.FromHours(2));
        var decision = await Decide(new RoutingQuestion(FeedbackKind.Report, FeedbackField.Land));
        Assert.Equal(("VP", 2), (decision.Unit!.Code, decision.TableNumber));
        Assert.Equal(4, await portal.Inside(site, (_, db) => db.RoutingRules.CountAsync(rule => rule.TableNumber == 1)));
    }

    [Fact]
    public async Task Two_who_change_the_table_at_once_do_not_both_make_the_same_version()
    {
        Assert.True(await NewTable(2, Given.Morning, "VP"));
        Assert.False(await NewTable(2, Given.Morning, "CA"));
        Assert.Equal("VP", (await Decide(new RoutingQuestion(FeedbackKind.Report, FeedbackField.Land))).Unit!.Code);
    }

    [Fact]
    public async Task A_dry_run_says_which_of_the_last_cases_would_go_elsewhere_and_moves_none()
    {
        var (land, fields) = (await Receive(Given.Message(field: FeedbackField.Land)), await Receive(Given.Message(field: FeedbackField.Environment)));
        var after = new[] { new RoutingRule { TableNumber = 2, Field = FeedbackField.Land, UnitCode = "VP" } };

        var run = await portal.Inside(site, async (services, _) =>
            await services.GetRequiredService<RoutingChanges>().DryRun(site, Given.Actor(site), await services.GetRequiredService<Routing>().Rules(1, Stop), after, Stop));

        var moved = Assert.Single(run, line => line.Moves);
        Assert.Equal((land.ReferenceCode, "KT", "VP"), (moved.Code, moved.Before.Unit!.Code, moved.After.Unit!.Code));
        Assert.Contains(run, line => line.Code == fields.ReferenceCode && !line.Moves);
        Assert.Equal(site.UnitByCode("KT")!.Id, (await portal.Inside(site, (_, db) => db.Feedback.SingleAsync(f => f.ReferenceCode == land.ReferenceCode))).UnitId);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]   // left the house: nobody's expectation
    public async Task A_lines_default_owner_has_the_case_but_still_takes_it_in_hand(bool isActive, bool expected)
    {
        var owner = new Person { UserName = "chu", NormalizedUserName = "CHU", FullName = "Người phụ trách (mẫu)", IsActive = isActive, SecurityStamp = "x" };
        owner.Memberships.Add(new Membership { PersonId = owner.Id, UnitId = site.UnitByCode("KT")!.Id, Role = Role.UnitHandler });
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(owner);
            db.AddRange(new RoutingTable { Number = 2, EffectiveFrom = Given.Morning }, new RoutingRule { TableNumber = 2, UnitCode = "KT", OwnerId = owner.Id });
            await db.SaveChangesAsync();
        });

        var receipt = await Receive(Given.Message());

        var kept = await portal.Inside(site, (_, db) => db.Feedback.SingleAsync(f => f.ReferenceCode == receipt.ReferenceCode));
        Assert.Equal(expected ? owner.Id : null, kept.OfficerId);
        Assert.Contains(kept.Clocks, clock => clock is { Kind: ClockKind.Accept, IsRunning: true });
    }

    [Fact]
    public async Task Supporting_units_of_the_line_are_asked_by_a_day_and_one_that_waits_for_a_person_asks_nobody()
    {
        var receipt = await Receive(Given.Message());
        await Receive(Given.Message(proved: false));

        var asked = Assert.Single(await portal.Inside(site, (_, db) => db.SupportingUnits.ToListAsync()));
        var kept = await portal.Inside(site, (_, db) => db.Feedback.Include(f => f.Events).SingleAsync(f => f.ReferenceCode == receipt.ReferenceCode));
        Assert.Equal((kept.Id, site.UnitByCode("VP")!.Id), (asked.FeedbackId, asked.UnitId));
        Assert.True(asked.DueAt > new DateOnly(2026, 11, 23) && asked.DueAt < kept.DueAt);
        Assert.Contains(kept.Events, happened => happened is { Kind: CaseEventKind.SupportAsked, IsPublic: false });
    }

    [Fact]
    public async Task Tags_are_read_from_the_text_and_the_table_goes_by_them()
    {
        var receipt = await Receive(Given.Message(text: "Chị cán bộ hách dịch, quát nạt dân khi tôi hỏi sổ đỏ."));

        var kept = await portal.Inside(site, (_, db) => db.Feedback.SingleAsync(f => f.ReferenceCode == receipt.ReferenceCode));
        Assert.Equal(("Harassment", site.UnitByCode("VP")!.Id), (kept.Tags, kept.UnitId));
    }

    [Fact]
    public async Task What_no_line_fits_is_held_by_the_officer_the_table_names()
    {
        var holder = new Person { UserName = "giu", NormalizedUserName = "GIU", FullName = "Người giữ hàng chờ (mẫu)", IsActive = true, SecurityStamp = "x" };
        holder.Memberships.Add(new Membership { PersonId = holder.Id, UnitId = site.UnitByCode("VP")!.Id, Role = Role.IntakeOfficer });
        await portal.Inside(site, async (_, db) =>
        {
            db.AddRange(holder, new RoutingTable { Number = 2, EffectiveFrom = Given.Morning, UnmatchedOwnerId = holder.Id });
            await db.SaveChangesAsync();
        });

        var receipt = await Receive(Given.Message(field: FeedbackField.Other));

        var kept = await portal.Inside(site, (_, db) => db.Feedback.SingleAsync(f => f.ReferenceCode == receipt.ReferenceCode));
        Assert.Equal((FeedbackState.InTriage, holder.Id), (kept.State, kept.OfficerId));
        Assert.Contains(kept.Clocks, clock => clock is { Kind: ClockKind.Classify, IsRunning: true });
    }

    private Task<bool> NewTable(int number, DateTimeOffset from, string unit) => portal.Inside(site, (services, _) => services.GetRequiredService<RoutingChanges>()
        .Make(new RoutingTable { Number = number, EffectiveFrom = from, Why = "Thử" }, [new RoutingRule { TableNumber = number, Field = FeedbackField.Land, UnitCode = unit }], Stop));

    private Task<RoutingDecision> Decide(RoutingQuestion question) => portal.Inside(site, (services, _) => services.GetRequiredService<Routing>().Decide(site, question, Stop));

    private Task<Receipt> Receive(IncomingMessage message) => portal.Inside(site, (services, _) => services.GetRequiredService<Intake>().Receive(site, message, Stop));
}
