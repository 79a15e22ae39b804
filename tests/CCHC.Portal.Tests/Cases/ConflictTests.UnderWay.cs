using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>Whom a case is about comes out while it is under way: merged, sorted anew or asked about again.</summary>
public sealed partial class ConflictTests
{
    [Theory]
    [InlineData("KT", "UBND")]
    [InlineData("UBND", null)]   // nobody of the house above them: the intake officers have it back
    public async Task Whom_a_lead_is_about_sees_nothing_of_those_merged_into_it_either(string accused, string? goes)
    {
        var (intake, officer) = (await Somebody("dau-moi", "VP", Role.IntakeOfficer), await Somebody("can-bo", "KT", Role.UnitHandler, "Phạm Văn Hùng (mẫu)"));
        var accusedOfficer = accused == "KT" ? officer : await Somebody("chu-tich", accused, Role.UnitHead);
        var (one, two, three) = (await Receive(Given.Message()), await Receive(Given.Message()), await Receive(Given.Message()));
        await Do(async (all, db) =>
        {
            var cases = await db.Feedback.Include(f => f.Events).ToListAsync();
            if (accused == "UBND")
            {
                cases.ForEach(one => one.Forward(site.UnitByCode("UBND")!.Id, "x", intake, Given.Morning, Given.Terms(site)));
            }
            await all.GetRequiredService<MergedCases>().Merge(site, cases, intake, Given.Morning, Stop);
        });
        Assert.Equal(3, await Seen(accusedOfficer));

        await Do(async (all, db) => await all.GetRequiredService<Accusing>().Mark(site, await Lead(db), new AboutWhom(site.UnitByCode(accused)!.Id, AboutPost.Unit, "x y"), intake, Given.Morning, Stop));

        Assert.Equal(0, await Seen(accusedOfficer));
        var kept = await All();
        Assert.All(kept, one => Assert.Equal(goes, site.UnitById(one.UnitId)?.Code));
        Assert.Equal(2, kept.Count(one => one.MergedIntoId is not null));   // still one matter, with one answer

        await Do(async (all, db) =>
        {
            var lead = await Lead(db);
            await all.GetRequiredService<Accusing>().Lift(lead, lead.Abouts.Single(), "Nhầm.", intake, Given.Morning, Stop);
        });
        Assert.All(await All(), one => Assert.False(one.IsBarred));
    }

    [Theory]
    [InlineData(FeedbackKind.Question)]
    [InlineData(FeedbackKind.Idea)]
    [InlineData(FeedbackKind.Recommendation)]
    public async Task Whom_the_sender_names_does_not_read_it_whatever_kind_it_is(FeedbackKind kind)
    {
        await Somebody("dau-moi", "VP", Role.IntakeOfficer);
        await Receive(Given.Message(kind: kind) with { About = [new(site.UnitByCode("KT")!.Id, AboutPost.Unit)] });

        Assert.Equal(("UBND", true), (site.UnitById((await Only()).UnitId)?.Code, (await Only()).IsBarred));
        Assert.Equal(0, await Seen(await Somebody("can-bo", "KT", Role.UnitHandler)));
    }

    [Fact]
    public async Task A_question_that_turns_out_to_accuse_is_searched_for_whom_as_if_it_had_come_so()
    {
        var intake = await Somebody("dau-moi", "VP", Role.IntakeOfficer);
        var officer = await Somebody("can-bo", "KT", Role.UnitHandler);
        await Receive(Given.Message(kind: FeedbackKind.Question, text: "Cán bộ Phòng Kinh tế hách dịch, gây khó dễ, bắt tôi đi lại nhiều lần"));
        Assert.Equal(1, await Seen(officer));

        await Do(async (all, db) =>
        {
            var feedback = await Lead(db);
            feedback.Classify(FeedbackKind.Report, feedback.Field, null, "x", officer, Given.Morning);
            await all.GetRequiredService<Accusing>().Reconsider(site, feedback, FeedbackKind.Question, officer, Given.Morning, Stop);
        });

        Assert.Equal((0, 1), (await Seen(officer), await Seen(intake)));
        Assert.Equal((null, FeedbackState.InTriage), ((await Only()).UnitId, (await Only()).State));
    }

    [Theory]
    [InlineData(5, "UBND")]
    [InlineData(1, "UBND")]
    [InlineData(null, "UBND")]
    public async Task Asked_again_it_does_not_go_back_to_those_it_is_about(int? score, string goes)
    {
        await Somebody("dau-moi", "VP", Role.IntakeOfficer);
        await Receive(Given.Message());
        await Do(async (all, db) =>
        {
            var feedback = await Lead(db);
            feedback.Answer("Xong.", Guid.CreateVersion7(), Given.Morning);
            await all.GetRequiredService<Accusing>().Mark(site, feedback, new AboutWhom(site.UnitByCode("KT")!.Id, AboutPost.Unit), Guid.CreateVersion7(), Given.Morning, Stop);
        });

        await Do(async (_, db) =>
        {
            var feedback = await Lead(db);
            Assert.Throws<InvalidOperationException>(() => feedback.AskAgain("Chưa xong", site.UnitByCode("KT")!.Id, Given.Morning, Given.Terms(site)));
            db.Add(ReopenRequest.Ask(feedback, "Chưa xong", new AskingAgain(new CasesSettings()).LooksAgain(site, feedback, score)?.Id, Given.Morning, Given.Terms(site)));
        });

        Assert.Equal(goes, site.UnitById((await Only()).UnitId)?.Code);
    }

    [Fact]
    public async Task Asked_again_about_the_top_it_is_sorted_by_the_intake_officers()
    {
        await Receive(Given.Message());
        await Do(async (all, db) =>
        {
            var feedback = await Lead(db);
            feedback.Forward(site.UnitByCode("UBND")!.Id, "x", Guid.CreateVersion7(), Given.Morning, Given.Terms(site));
            feedback.Answer("Xong.", Guid.CreateVersion7(), Given.Morning);
            await all.GetRequiredService<Accusing>().Mark(site, feedback, new AboutWhom(site.UnitByCode("UBND")!.Id, AboutPost.Unit), Guid.CreateVersion7(), Given.Morning, Stop);
        });

        await Do(async (_, db) =>
        {
            var feedback = await Lead(db);
            db.Add(ReopenRequest.Ask(feedback, "Chưa xong", new AskingAgain(new CasesSettings()).LooksAgain(site, feedback, 1)?.Id, Given.Morning, Given.Terms(site)));
        });

        var kept = (await All()).Single();
        Assert.Equal((null, FeedbackState.InTriage, true), (kept.UnitId, kept.State, kept.Clocks.Exists(clock => clock is { Kind: ClockKind.Classify, IsRunning: true })));
    }

    // As a verb at the desk saves.
    private Task Do(Func<IServiceProvider, PortalDb, Task> verb) => portal.Inside(site, async (all, db) =>
    {
        await verb(all, db);
        await all.GetRequiredService<MergedCases>().Carry(site, Stop);
        await db.SaveChangesAsync();
    });

    private static Task<Feedback> Lead(PortalDb db) => db.Feedback.Include(f => f.Events).Include(f => f.Abouts).Include(f => f.Bars).AsSplitQuery().SingleAsync(f => f.MergedIntoId == null);

    private Task<List<Feedback>> All() => portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().Include(f => f.Bars).ToListAsync());
}
