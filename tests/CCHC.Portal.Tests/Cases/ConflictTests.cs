using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>A case about a unit, its head or an officer goes past them: who it is given to, who may see it, who is told of it.</summary>
public sealed partial class ConflictTests : IAsyncLifetime
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
            var kept = await db.Sites.SingleAsync(one => one.Id == site.Id);
            kept.Profile = kept.Profile with { AboveTop = "X-PHA" };
            db.AddRange(
                new RoutingRule { Order = 0, Kind = FeedbackKind.Report, Field = FeedbackField.CivilServiceConduct, UnitCode = "VP" },
                new RoutingRule { Order = 1, Field = FeedbackField.Land, UnitCode = "KT" });
            await db.SaveChangesAsync();
        });
        await portal.Of<SiteDirectory>().Reload();
        site = portal.Of<SiteDirectory>().ById(site.Id);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("KT", AboutPost.Unit, FeedbackField.Land, "UBND")]      // the table names the accused: the unit above
    [InlineData("KT", AboutPost.Head, FeedbackField.Land, "UBND")]
    [InlineData("KT", AboutPost.Officer, FeedbackField.Land, "UBND")]
    [InlineData("KT-1", AboutPost.Unit, FeedbackField.Land, "KT")]      // about a unit below: the table's unit is above it
    [InlineData("KT", AboutPost.Head, FeedbackField.CivilServiceConduct, "VP")]   // the table names somebody else
    [InlineData("VP", AboutPost.Unit, FeedbackField.CivilServiceConduct, "UBND")]   // the intake officers are accused themselves
    [InlineData("UBND", AboutPost.Head, FeedbackField.Land, "KT")]
    public async Task It_goes_to_whom_the_table_names_unless_it_is_about_them_and_then_above(string about, AboutPost post, FeedbackField field, string goes)
    {
        await Somebody("dau-moi", "VP", Role.IntakeOfficer);

        await Receive(Given.Message(field: field) with { About = [new(site.UnitByCode(about)!.Id, post)] });

        Assert.Equal(goes, site.UnitById((await Only()).UnitId)?.Code);
    }

    [Fact]
    public async Task What_is_about_the_top_and_falls_to_the_top_waits_for_an_intake_officer_who_hands_it_to_the_body_above()
    {
        await Somebody("dau-moi", "VP", Role.IntakeOfficer);
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(new RoutingRule { Order = 2, Field = FeedbackField.ReformPolicy, UnitCode = "UBND" });
            await db.SaveChangesAsync();
        });

        await Receive(Given.Message(field: FeedbackField.ReformPolicy) with { About = [new(site.UnitByCode("UBND")!.Id, AboutPost.Head)] });

        var kept = await Only();
        Assert.Equal((null, FeedbackState.InTriage), (kept.UnitId, kept.State));
        Assert.Null(Conflicts.Upper(site, kept));
        Assert.Equal("X-PHA", site.Above(site.UnitByCode("UBND"))!.Code);
        Assert.True(kept.IsBarredTo(Given.Actor(site, (Role.UnitHead, "UBND"))));
    }

    [Fact]
    public async Task A_unit_may_name_another_upper_level_than_the_one_above_it()
    {
        await portal.Inside(site, async (_, db) =>
        {
            (await db.Units.SingleAsync(unit => unit.Code == "KT")).Upper = "CA";
            await db.SaveChangesAsync();
        });
        await portal.Of<SiteDirectory>().Reload();
        site = portal.Of<SiteDirectory>().ById(site.Id);

        await Receive(Given.Message() with { About = [new(site.UnitByCode("KT")!.Id, AboutPost.Unit)] });

        Assert.Equal("CA", site.UnitById((await Only()).UnitId)?.Code);
    }

    [Fact]
    public async Task Whoever_is_in_the_unit_or_below_it_or_was_then_does_not_see_it_wherever_they_go()
    {
        var (officer, below) = (await Somebody("can-bo", "KT", Role.UnitHandler), await Somebody("to-vien", "KT-1", Role.UnitHandler));
        await Receive(Given.Message() with { About = [new(site.UnitByCode("KT")!.Id, AboutPost.Unit)] });

        await Moves(officer, "UBND", Role.UnitHead);      // promoted
        await Moves(below, "VP", Role.IntakeOfficer);     // moved, and reads the whole site
        var later = await Somebody("moi-den", "KT", Role.IntakeOfficer);

        foreach (var barred in new[] { officer, below, later })
        {
            Assert.Equal(0, await Seen(barred));
        }
        Assert.Equal(1, await Seen(await Somebody("lanh-dao", "UBND", Role.UnitHead)));
        Assert.Equal(1, await Seen(await Somebody("dau-moi", "VP", Role.IntakeOfficer)));
    }

    [Fact]
    public async Task Somebody_named_is_kept_out_though_they_work_elsewhere_now()
    {
        var moved = await Somebody("hung", "VP", Role.IntakeOfficer, "Phạm Văn Hùng (mẫu)");

        await Receive(Given.Message() with { About = [new(site.UnitByCode("KT")!.Id, AboutPost.Officer, "anh PHẠM VĂN HÙNG (mẫu) ở địa chính")] });

        Assert.Equal(0, await Seen(moved));
    }

    [Fact]
    public async Task A_name_without_a_unit_waits_until_a_person_finds_out_who_it_is()
    {
        await Receive(Given.Message() with { About = [new(null, AboutPost.Officer, "anh Hùng địa chính")] });

        Assert.Null((await Only()).UnitId);
    }

    [Fact]
    public async Task Praise_goes_to_those_it_praises()
    {
        await Receive(Given.Message(kind: FeedbackKind.Praise) with { About = [new(site.UnitByCode("KT")!.Id, AboutPost.Unit)] });

        var kept = await Only();
        Assert.Equal(("KT", false), (site.UnitById(kept.UnitId)!.Code, kept.IsBarred));
    }

    [Theory]
    [InlineData("Cán bộ Phòng Kinh tế hách dịch, gây khó dễ, bắt tôi đi lại nhiều lần", AboutPost.Officer)]
    [InlineData("truong phong kinh te quat mang dan, thai do coi thuong, gay kho de", AboutPost.Head)]
    public async Task A_text_that_names_a_unit_in_bad_conduct_waits_for_a_person_out_of_the_units_sight(string text, AboutPost post)
    {
        await Somebody("dau-moi", "VP", Role.IntakeOfficer);

        await Receive(Given.Message(text: text));

        var kept = await Only();
        Assert.Equal((null, AboutSource.Text, post), (kept.UnitId, Assert.Single(kept.Abouts).Source, kept.Abouts[0].Post));
        Assert.True(kept.IsBarredTo(Given.Actor(site, (Role.UnitHandler, "KT"))));
    }

    [Fact]
    public async Task A_text_that_only_asks_a_unit_for_something_accuses_nobody()
    {
        await Receive(Given.Message(text: "Đề nghị Phòng Kinh tế kiểm tra thửa đất bị ngập sau mưa."));

        var kept = await Only();
        Assert.Equal(("KT", 0), (site.UnitById(kept.UnitId)!.Code, kept.Abouts.Count));
    }

    [Fact]
    public async Task Nobody_it_is_about_is_reminded_of_it()
    {
        await portal.Inside(site, async (_, db) =>
        {
            db.AddRange(new ReminderRule { UnitCode = ReminderRule.AnyUnit, Step = 1, Post = "UnitHandler@KT" }, new ReminderRule { UnitCode = ReminderRule.AnyUnit, Step = 1, Post = ReminderRule.UpperHead }, new ReminderRule { UnitCode = ReminderRule.AnyUnit, Step = 1, Post = "UnitHead" });
            db.Add(new MailTemplate { Key = "clock-reminder", Culture = "vi", Subject = "Nhắc {code}", Body = "{words}" });
            await db.SaveChangesAsync();
        });
        await Somebody("can-bo", "KT", Role.UnitHandler);
        var promoted = await Somebody("truong", "KT", Role.UnitHead);
        await Somebody("chu-tich", "UBND", Role.UnitHead);
        await Receive(Given.Message() with { About = [new(site.UnitByCode("KT")!.Id, AboutPost.Head)] });
        await Moves(promoted, "UBND", Role.UnitHead);

        portal.Clock.SetUtcNow(VietnamTime.At(new DateOnly(2026, 12, 7), new TimeOnly(10, 0)));
        await portal.Run<RemindJob>();

        var to = await portal.Inside(site, async (_, db) => (await db.Outbox.ToListAsync()).ConvertAll(message => message.Read<Mail>(portal.Of<Vault>())!.To));
        Assert.NotEmpty(to);
        Assert.All(to, address => Assert.Equal("chu-tich@example.vn", address));
    }

    [Fact]
    public void It_cannot_be_given_to_them_and_the_officer_who_had_it_has_it_no_more()
    {
        var (unit, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var feedback = Given.Feedback(unit: unit);
        feedback.Take(officer, Given.Morning);
        var about = new CaseAbout { UnitId = unit, MarkedBy = Guid.CreateVersion7() };
        feedback.IsAbout(about, [new CaseBar { AboutId = about.Id, UnitId = unit }, new CaseBar { AboutId = about.Id, PersonId = officer }], "Về đơn vị.", Given.Morning);

        Assert.Null(feedback.OfficerId);
        Assert.Throws<InvalidOperationException>(() => feedback.Forward(unit, "x", Guid.CreateVersion7(), Given.Morning, Given.Terms()));
        feedback.IsNotAbout(about.Id, "Nhầm.", Guid.CreateVersion7(), Given.Morning);
        feedback.Forward(unit, "x", Guid.CreateVersion7(), Given.Morning, Given.Terms());
        Assert.False(feedback.IsBarred);
        Assert.Throws<InvalidOperationException>(() => feedback.IsNotAbout(about.Id, "Lại.", Guid.CreateVersion7(), Given.Morning));
        Assert.All(feedback.Events.Where(happened => happened.Kind is CaseEventKind.AboutNoted or CaseEventKind.AboutLifted), happened => Assert.False(happened.IsPublic));
    }

    private Task<Receipt> Receive(IncomingMessage message) => portal.Inside(site, (services, _) => services.GetRequiredService<Intake>().Receive(site, message, Stop));

    private Task<Feedback> Only() => portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().Include(f => f.Abouts).Include(f => f.Bars).SingleAsync());

    private Task<int> Seen(Guid person) => portal.Inside(site, async (_, db) =>
    {
        var one = await db.People.AsNoTracking().Include(p => p.Memberships).SingleAsync(p => p.Id == person);
        return await db.Feedback.VisibleTo(new Actor(one.Id, one.FullName, one.Memberships, site)).CountAsync();
    });

    private Task<Guid> Somebody(string name, string unit, Role role, string? fullName = null) => portal.Inside(site, async (_, db) =>
    {
        var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = fullName ?? $"{name} (mẫu)", Email = name + "@example.vn", SecurityStamp = "x" };
        person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = site.UnitByCode(unit)!.Id, Role = role });
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });

    private Task Moves(Guid person, string unit, Role role) => portal.Inside(site, async (_, db) =>
    {
        db.Memberships.RemoveRange(db.Memberships.Where(held => held.PersonId == person));
        db.Memberships.Add(new Membership { PersonId = person, UnitId = site.UnitByCode(unit)!.Id, Role = role });
        await db.SaveChangesAsync();
    });
}
