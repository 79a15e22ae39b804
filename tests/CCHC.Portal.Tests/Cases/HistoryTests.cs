using System.Text;
using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Cases;

/// <summary>A case's history is added to and never changed, and a file of it shows whoever touched it.</summary>
public sealed class HistoryTests
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

    private static async Task<Guid> Handled(TestPortal portal, CCHC.Portal.Sites.SiteMap site)
    {
        var feedback = Given.Feedback(unit: site.UnitByCode("KT")!.Id);
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
