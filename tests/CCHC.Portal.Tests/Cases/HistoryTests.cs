using System.Text;
using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Cases;

/// <summary>A case's history is added to and never changed, and a file of it shows whoever touched it.</summary>
public sealed partial class HistoryTests
{
    [Fact]
    public async Task Every_event_carries_the_fingerprint_of_the_one_before_whatever_saved_it()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);

        var history = await Exported(portal, site, id);

        Assert.Equal(6, history.Count);
        Assert.Equal(Enumerable.Range(1, 6), history.Events.Select(line => line.Number));
        Assert.True(HistoryVerdict.Of(CaseHistory.Read(history.Json), portal.Of<Vault>()).IsWhole);
    }

    [Fact]
    public async Task One_byte_changed_anywhere_in_an_event_is_named_at_that_event()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var json = (await Exported(portal, site, await Handled(portal, site))).Json;

        foreach (var (from, to, at) in new[] { ("Đã gọi tổ trực", "Đã gọi tổ trưc", 4), ("\"isPublic\": false", "\"isPublic\": true", 3), ("\"kind\": \"Asked\"", "\"kind\": \"Noted\"", 5), ("Ở cột đèn nào?", "Ở cột đèn nào!", 5) })
        {
            var forged = new Regex(Regex.Escape(from)).Replace(json, to, 1);
            Assert.NotEqual(json, forged);
            Assert.Equal((false, at), Verdict(forged));
        }
    }

    [Fact]
    public async Task An_event_taken_out_moved_or_cut_off_is_noticed()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var history = await Exported(portal, site, await Handled(portal, site));
        var events = history.Events.ToList();

        Assert.Equal((false, 3), Of(history with { Events = [.. events.Where(line => line.Number != 3)] }));
        Assert.Equal((false, 2), Of(history with { Events = [events[0], events[2], events[1], .. events.Skip(3)] }));
        Assert.Equal((false, 6), Of(history with { Events = [.. events.SkipLast(1)] }));
    }

    [Fact]
    public async Task A_chain_made_anew_from_the_beginning_does_not_bear_the_portals_seal()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var history = await Exported(portal, site, await Handled(portal, site));
        var lines = new List<HistoryLine>();
        foreach (var line in history.Events)
        {
            var again = line with { Text = line.Text.Replace("gọi", "goi", StringComparison.Ordinal), Before = lines.Count == 0 ? "" : lines[^1].Hash };
            lines.Add(again with { Hash = again.Fingerprint(history.CaseId) });
        }
        var forged = history with { Events = lines, Last = lines[^1].Hash };

        Assert.True(HistoryVerdict.Of(forged).IsWhole);
        Assert.False(HistoryVerdict.Of(forged, portal.Of<Vault>()).IsWhole);
    }

    [Fact]
    public async Task Neither_the_application_nor_plain_SQL_changes_an_event()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);

        await portal.Inside(site, async (_, db) =>
        {
            var happened = await db.CaseEvents.FirstAsync(one => one.FeedbackId == id);
            db.Entry(happened).Property(one => one.Text).CurrentValue = "khác";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
        await portal.Inside(site, async (_, db) =>
        {
            db.Remove(await db.CaseEvents.FirstAsync(one => one.FeedbackId == id));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
        await portal.Inside(site, async (_, db) =>
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.CaseEvents.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(one => one.SetProperty(e => e.Text, "khác"))));
    }

    [Fact]
    public async Task Words_covered_in_what_was_said_later_are_gone_for_readers_and_the_chain_still_answers_for_them()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);

        await Covered(portal, site, id, "Cột số 3");
        await Covered(portal, site, id, ".");   // covered once more: the first words stay kept
        var history = await Exported(portal, site, id);

        Assert.DoesNotContain("Cột số 3", history.Json, StringComparison.Ordinal);
        Assert.Equal([6], history.Events.Where(line => line.IsCovered).Select(line => line.Number));
        var read = CaseHistory.Read(history.Json)!;
        Assert.True(HistoryVerdict.Of(read, portal.Of<Vault>()).IsWhole);
        Assert.Contains("1 sự kiện đã che", HistoryVerdict.Of(read).Words, StringComparison.Ordinal);
        var forged = read with { Events = [.. read.Events.Select(line => line.IsCovered ? line with { Text = "Không có gì." } : line)] };
        Assert.False(HistoryVerdict.Of(forged, portal.Of<Vault>()).IsWhole);
        foreach (var other in new Func<HistoryLine, HistoryLine>[] { line => line with { At = "2026-11-01T00:00:00.000Z" }, line => line with { Kind = "Noted" }, line => line with { IsPublic = !line.IsPublic }, line => line with { Person = Guid.Empty } })
        {
            Assert.False(HistoryVerdict.Of(read with { Events = [.. read.Events.Select(line => line.IsCovered ? other(line) : line)] }, portal.Of<Vault>()).IsWhole);
        }
        Assert.Empty((await Proof(portal, site)).Broken);
        Assert.Equal("Cột số 3.", await portal.Inside(site, async (_, db) => (await db.CaseEvents.SingleAsync(one => one.FeedbackId == id && one.Original != null)).Written(portal.Of<Vault>())));
    }

    [Fact]
    public async Task Covering_is_no_door_to_change_anything_else_of_an_event()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);
        await Covered(portal, site, id, "Cột số 3");
        var box = new byte[] { 1 };

        await portal.Inside(site, async (_, db) =>
        {
            var covered = db.CaseEvents.Where(one => one.Original != null);
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => covered.ExecuteUpdateAsync(one => one.SetProperty(e => e.IsPublic, e => !e.IsPublic)));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => covered.ExecuteUpdateAsync(one => one.SetProperty(e => e.Original, box)));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => covered.ExecuteUpdateAsync(one => one.SetProperty(e => e.Original, (byte[]?)null)));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.CaseEvents.ExecuteUpdateAsync(one => one.SetProperty(e => e.Text, "khác")));
        });
    }

    [Fact]
    public async Task A_history_rewritten_in_the_database_with_every_fingerprint_right_is_found_all_the_same()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var (rewritten, cut, gone, whole) = (await Handled(portal, site, "PA-1"), await Handled(portal, site, "PA-2"), await Handled(portal, site, "PA-3"), await Handled(portal, site, "PA-4"));
        Assert.Empty((await Proof(portal, site)).Broken);

        await portal.Inside(site, async (_, db) =>
        {
            await WithoutGuard(db);
            var lines = await db.CaseEvents.AsNoTracking().Where(one => one.FeedbackId == rewritten).OrderBy(one => one.Number).ToListAsync();
            var before = HistoryLine.Beginning;
            foreach (var happened in lines)
            {
                var text = happened.Text.Replace("Đã gọi", "Chưa gọi", StringComparison.Ordinal);
                var hash = before = HistoryLine.Of(happened, happened.Number!.Value, before, text).Hash;
                await db.CaseEvents.Where(one => one.Id == happened.Id).ExecuteUpdateAsync(one => one.SetProperty(e => e.Text, text).SetProperty(e => e.Hash, hash));
            }
            await db.CaseEvents.Where(one => one.FeedbackId == cut && one.Number > 4).ExecuteDeleteAsync();
            await db.CaseEvents.Where(one => one.FeedbackId == gone).ExecuteDeleteAsync();
            await db.CaseClocks.Where(one => one.FeedbackId == gone).ExecuteDeleteAsync();
            await db.Feedback.Where(one => one.Id == gone).ExecuteDeleteAsync();
        });
        var proof = await Proof(portal, site);

        Assert.Equal(3, proof.Checked);
        var codes = await portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.ReferenceCode));
        Assert.Equal(new HashSet<string> { codes[rewritten], codes[cut], gone.ToString("n") }, [.. proof.Broken.Select(one => one.Code)]);
        Assert.Contains("viết lại", proof.Broken.Single(one => one.Code == codes[rewritten]).Words, StringComparison.Ordinal);
        Assert.Contains("từng có 6, nay còn 4", proof.Broken.Single(one => one.Code == codes[cut]).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[whole], proof.Broken.Select(one => one.Code));
    }

    [Fact]
    public async Task What_was_taken_back_before_it_was_for_good_is_not_known_as_an_end()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);

        await portal.Inside(site, async (_, db) =>
        {
            await using var once = await db.Database.BeginTransactionAsync();
            (await db.Feedback.SingleAsync(one => one.Id == id)).Note("Không giữ.", Guid.CreateVersion7(), Given.Morning.AddHours(9));
            await db.SaveChangesAsync();
            await once.RollbackAsync();
        });
        Assert.Empty((await Proof(portal, site)).Broken);
        await portal.Inside(site, async (_, db) =>
        {
            await using var once = await db.Database.BeginTransactionAsync();
            (await db.Feedback.SingleAsync(one => one.Id == id)).Note("Giữ.", Guid.CreateVersion7(), Given.Morning.AddHours(9));
            await db.SaveChangesAsync();
            await once.CommitAsync();
        });

        Assert.Equal(7, portal.Of<CaseHeads>().Of(site.Id)[id].Number);
    }

    [Fact]
    public async Task Each_night_the_portal_itself_looks_and_writes_down_what_it_found_once()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);
        await portal.Inside(site, async (_, db) =>
        {
            await WithoutGuard(db);
            await db.CaseEvents.Where(one => one.FeedbackId == id && one.Number == 6).ExecuteDeleteAsync();
        });

        var job = portal.Of<IEnumerable<CCHC.Portal.Jobs.IJob>>().OfType<ProveHistoriesJob>().Single();
        await job.Run(portal.Of<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), TestContext.Current.CancellationToken);
        await job.Run(portal.Of<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), TestContext.Current.CancellationToken);

        var (entries, code) = await portal.Inside(site, async (_, db) => (await db.AuditEntries.OrderBy(entry => entry.What).ToListAsync(), (await db.Feedback.SingleAsync()).ReferenceCode));
        Assert.Equal([(ProveHistoriesJob.Proved, "", "1 1"), (ProveHistoriesJob.Broken, code, "Thiếu sự kiện ở cuối: từng có 6, nay còn 5.")], entries.Select(one => (one.What, one.Subject, one.Detail)));
    }

    private static Task Covered(TestPortal portal, CCHC.Portal.Sites.SiteMap site, Guid id, string words) => portal.Inside(site, async (_, db) =>
    {
        var feedback = await db.Feedback.Include(f => f.Events).Include(f => f.Attachments).SingleAsync(f => f.Id == id);
        db.RedactedOriginals.Add(feedback.Redact([words], "lộ chỗ", Guid.CreateVersion7(), Given.Morning.AddHours(8), portal.Of<Vault>())!);
        await db.SaveChangesAsync();
    });

    private static Task<HistoriesProof> Proof(TestPortal portal, CCHC.Portal.Sites.SiteMap site) => portal.Inside(site, (_, db) => new ProvingHistories(db, portal.Of<Vault>(), portal.Of<CaseHeads>()).Prove(site.Id, default));

    // As somebody with the database in hand would.
    private static Task WithoutGuard(PortalDb db) => db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "DROP TRIGGER \"CaseEventsStay\" ON \"CaseEvents\"" : "DROP TRIGGER \"CaseEventsStay\"");

    private static async Task<Guid> Handled(TestPortal portal, CCHC.Portal.Sites.SiteMap site, string code = "PA-ACDE-FGHJ")
    {
        var feedback = Given.Feedback(unit: site.UnitByCode("KT")!.Id, code: code);
        await portal.Inside(site, async (_, db) =>
        {
            db.Feedback.Add(feedback);
            await db.SaveChangesAsync();
        });
        var officer = Guid.CreateVersion7();
        Action<Feedback, DateTimeOffset>[] verbs = [(f, at) => f.Take(officer, at), (f, at) => f.Note("Đã gọi tổ trực đi xem.", officer, at), (f, at) => f.Ask("Ở cột đèn nào?", officer, at), (f, at) => f.Add("Cột số 3.", at, Given.Terms().Calendar)];
        foreach (var (verb, number) in verbs.Select((verb, number) => (verb, number)))
        {
            await portal.Inside(site, async (_, db) =>
            {
                // Without its events, as the citizen's own page loads it: the chain goes on all the same.
                verb(await db.Feedback.SingleAsync(f => f.Id == feedback.Id), Given.Morning.AddHours(number + 1));
                await db.SaveChangesAsync();
            });
        }
        return feedback.Id;
    }

    private static Task<CaseHistory> Exported(TestPortal portal, CCHC.Portal.Sites.SiteMap site, Guid id) => portal.Inside(site, async (_, db) =>
        CaseHistory.Of(await db.Feedback.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.Id == id), site, new Dictionary<Guid, string>(), portal.Of<Vault>(), Given.Morning));

    private static (bool, int?) Verdict(string json) => HistoryVerdict.Of(CaseHistory.Read(json)) is var verdict ? (verdict.IsWhole, verdict.BrokenAt) : default;

    private static (bool, int?) Of(CaseHistory history) => Verdict(history.Json);
}
