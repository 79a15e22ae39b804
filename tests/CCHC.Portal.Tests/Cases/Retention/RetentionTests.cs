using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases.Retention;

/// <summary>Words go when their time has come and two people agreed; figures, code and proof stay; what is held never goes.</summary>
public sealed partial class RetentionTests : IAsyncLifetime
{
    private const string Marker = "DAUVETXOA7";
    private static readonly Guid Clerk = Guid.CreateVersion7();
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        await portal.Inside(site, (_, db) =>
        {
            var rule = new RetentionRule { Kind = FeedbackKind.Report };
            rule.Set(24, "", Clerk, Given.Morning);
            db.Add(rule);
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Past_its_time_is_only_what_was_closed_long_ago_under_a_rule_and_waits_for_nothing()
    {
        var closed = await Add(Answered);
        await Add();
        await Add(Answered, kind: FeedbackKind.Question);   // no rule: for ever
        var asked = await Add(Answered);
        await portal.Inside(site, async (scope, db) =>
        {
            db.Add(DataRequest.Ask(await db.Feedback.SingleAsync(one => one.Id == asked), DataRequestKind.Correct, "Sửa tên.", Given.Morning, site.Calendar, new CasesSettings()));
            await db.SaveChangesAsync();
        });

        Assert.Empty(await Due());
        portal.Clock.Advance(TimeSpan.FromDays(800));

        Assert.Equal([closed], (await Due()).Select(one => one.Id));
    }

    [Fact]
    public async Task Of_a_purged_case_no_table_and_no_file_says_a_word_any_more_and_its_codes_open_nothing()
    {
        var id = await Add(Answered);
        await FillEverythingAround(id);
        Assert.NotEmpty(await Traces());
        var keys = await portal.Inside(site, (_, db) => db.Attachments.Where(file => file.FeedbackId == id).Select(file => file.StoreKey).ToListAsync());
        Assert.True(portal.Of<FileStore>().Exists(Assert.Single(keys)));

        await PurgeAll();

        Assert.Empty(await Traces());
        Assert.False(portal.Of<FileStore>().Exists(keys[0]));
        var kept = await Kept(id);
        Assert.Equal((null, 0, false), (kept.SubmitterBox, kept.SecretHash.Length, kept.MayPublish));
        Assert.Equal("PA-" + id.ToString("n")[^8..], kept.ReferenceCode);
    }

    [Fact]
    public async Task The_figures_of_old_quarters_say_the_same_after_a_purge()
    {
        await Add(Answered);
        await Add(feedback => feedback.Answer("Muộn.", Clerk, Given.Morning.AddDays(40), Given.Terms().Calendar));
        await Add(feedback => feedback.Withdraw("Thôi", Given.Morning.AddDays(1), Given.Terms().Calendar));
        await FillEverythingAround(await Add(Answered));
        portal.Clock.Advance(TimeSpan.FromDays(800));
        var before = await Figures();

        await PurgeAll();

        Assert.All(await portal.Inside(site, (_, db) => db.Feedback.ToListAsync()), feedback => Assert.NotNull(feedback.PurgedAt));
        Assert.Equal(before, await Figures());
    }

    [Fact]
    public async Task The_history_of_a_purged_case_begins_with_its_proof_and_shows_tampering()
    {
        var id = await Add(Answered);
        var old = await History(id);

        await PurgeAll();

        var history = await History(id);
        Assert.Equal((true, 1, old.Count + 1), (HistoryVerdict.Of(history, portal.Of<Vault>()).IsWhole, history.Count, history.Events[0].Number));
        Assert.Equal(old.Last, history.Events[0].Before);
        Assert.False(HistoryVerdict.Of(history with { Events = [history.Events[0] with { Before = new string('0', 64) }] }).IsWhole);
        Assert.False(HistoryVerdict.Of(history with { Events = [history.Events[0] with { Number = 2 }] }).IsWhole);
        Assert.False(HistoryVerdict.Of(old with { Events = [.. old.Events.Skip(1)] }).IsWhole);   // only a purge may be what a history begins with
    }

    [Fact]
    public async Task One_person_alone_purges_nothing()
    {
        var id = await Add(Answered);
        portal.Clock.Advance(TimeSpan.FromDays(800));
        var leader = Given.Actor(site, (Role.UnitHead, "UBND"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Purge([id], leader.PersonId, leader));

        Assert.Null((await Kept(id)).PurgedAt);
    }

    [Fact]
    public async Task A_case_about_the_person_who_decides_stays()
    {
        var leader = Given.Actor(site, (Role.UnitHead, "UBND"));
        var (about, other) = (await Add(Answered), await Add(Answered));
        await portal.Inside(site, async (_, db) =>
        {
            var feedback = await db.Feedback.Include(one => one.Abouts).Include(one => one.Bars).SingleAsync(one => one.Id == about);
            var said = new CaseAbout { SiteId = site.Id, FeedbackId = about, Post = AboutPost.Officer, PersonId = leader.PersonId };
            feedback.IsAbout(said, [new CaseBar { SiteId = site.Id, FeedbackId = about, AboutId = said.Id, PersonId = leader.PersonId }], "", feedback.ChangedAt);
            await db.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromDays(800));

        await Purge([about, other], Clerk, leader);

        Assert.Null((await Kept(about)).PurgedAt);
        Assert.NotNull((await Kept(other)).PurgedAt);
    }

    [Fact]
    public async Task Whatever_happens_in_whatever_order_what_is_held_is_never_purged()
    {
        var steps = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Array[4, 14];
        var (cases, purged) = (new List<Guid>(), 0);
        foreach (var sequence in Enumerable.Range(0, 12).Select(_ => steps.Single()))
        {
            cases.Clear();
            for (var i = 0; i < 4; i++)
            {
                cases.Add(await Add(Answered));
            }
            IReadOnlyList<Guid> proposed = [];
            foreach (var (what, which) in sequence)
            {
                var held = await portal.Inside(site, (_, db) => db.Feedback.Where(one => one.HeldAt != null).Select(one => one.Id).ToListAsync());
                var before = await portal.Inside(site, (_, db) => db.Feedback.CountAsync(one => one.PurgedAt != null));
                switch (what)
                {
                    case 0 or 1: await Change(cases[which], feedback => { if (feedback is { HeldAt: null, PurgedAt: null }) { feedback.Hold("Đang thanh tra", Clerk, Now); } }); break;
                    case 2: await Change(cases[which], feedback => { if (feedback.HeldAt is not null) { feedback.Release("Xong", Clerk, Now); } }); break;
                    case 3: portal.Clock.Advance(TimeSpan.FromDays(400)); break;
                    case 4: proposed = [.. (await Due()).Where(one => !one.IsHeld).Select(one => one.Id)]; break;
                    default: await Purge(proposed, Clerk, Given.Actor(site, (Role.Administrator, "VP"))); break;
                }
                Assert.Equal(0, await portal.Inside(site, (_, db) => db.Feedback.CountAsync(one => held.Contains(one.Id) && one.PurgedAt != null)));
                purged += await portal.Inside(site, (_, db) => db.Feedback.CountAsync(one => one.PurgedAt != null)) - before;
            }
        }
        await PurgeAll();
        Assert.NotEqual(0, purged + await portal.Inside(site, (_, db) => db.Feedback.CountAsync(one => one.PurgedAt != null)));   // else the walk would prove nothing
    }

    private DateTimeOffset Now => portal.Clock.GetUtcNow();

    private static void Answered(Feedback feedback) => feedback.Answer(Marker + " đã sửa đèn.", Clerk, Given.Morning.AddDays(3), Given.Terms().Calendar);

    [Fact]
    public async Task Who_may_propose_a_purge_is_told_once_a_week_in_working_hours_that_cases_are_past_their_time()
    {
        var unit = site.UnitByCode("VP")!.Id;
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(new MailTemplate { Key = "retention-due", Culture = "vi", Subject = "{count} vụ quá hạn lưu", Body = "{site} {link}" });
            foreach (var (name, role) in new[] { ("daumoi", Role.IntakeOfficer), ("bientap", Role.Editor) })
            {
                db.Add(new Person { SiteId = site.Id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = name + " (mẫu)", SecurityStamp = "x", Email = name + "@example.org", Memberships = [new Membership { SiteId = site.Id, UnitId = unit, Role = role }] });
            }
            await db.SaveChangesAsync();
        });
        await Add(Answered);
        var job = portal.Of<IEnumerable<CCHC.Portal.Jobs.IJob>>().OfType<RemindRetentionJob>().Single();
        async Task<List<string>> Told()
        {
            await job.Run(portal.Of<IServiceScopeFactory>(), TestContext.Current.CancellationToken);
            return await portal.Inside(site, async (_, db) => (await db.Outbox.AsNoTracking().ToListAsync()).ConvertAll(message => message.Read<Mail>(portal.Of<Vault>())!.To));
        }

        Assert.Empty(await Told());   // nothing is past its time
        portal.Clock.Advance(TimeSpan.FromDays(799));   // a Saturday
        Assert.False(site.Calendar.At(portal.Clock.GetUtcNow()).IsOpen);
        Assert.Empty(await Told());
        portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(["daumoi@example.org"], await Told());
        Assert.Single(await Told());
        portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, (await Told()).Count);
    }

    private Task<IReadOnlyList<DueCase>> Due() => portal.Inside(site, (scope, db) => scope.GetRequiredService<Purging>().Due(db.Feedback, CancellationToken.None));

    private async Task PurgeAll()
    {
        portal.Clock.Advance(TimeSpan.FromDays(800));
        await Purge([.. (await Due()).Select(one => one.Id)], Clerk, Given.Actor(site, (Role.Administrator, "VP")));
    }

    private Task Purge(IReadOnlyList<Guid> cases, Guid proposer, Actor actor) => portal.Inside(site, async (scope, db) =>
    {
        var purge = CasePurge.Propose(cases, "Hết thời hạn lưu", proposer, Now);
        db.Add(purge);
        await db.SaveChangesAsync();
        await scope.GetRequiredService<Purging>().CarryOut(purge, actor, CancellationToken.None);
    });
}
