using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Operations;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CCHC.Portal.Tests.Cases;

/// <summary>What must neither stop the nightly proof nor deceive it.</summary>
public sealed partial class HistoryTests
{
    [Fact]
    public async Task A_box_that_is_none_or_of_another_kind_breaks_its_own_history_and_no_proof()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var (cut, other, reworded) = (await Handled(portal, site, "PA-1"), await Handled(portal, site, "PA-2"), await Handled(portal, site, "PA-3"));
        await Handled(portal, site, "PA-4");
        await Covered(portal, site, reworded, "Cột số 3");
        Assert.Empty((await Proof(portal, site)).Broken);

        await portal.Inside(site, async (_, db) =>
        {
            // All of it within what the database lets a program do: words may be covered.
            var foreign = portal.Of<Vault>().Lock(new { A = 1 }, RedactedOriginal.Purpose);
            await db.CaseEvents.Where(one => one.FeedbackId == cut && one.Number == 4).ExecuteUpdateAsync(one => one.SetProperty(e => e.Original, new byte[] { 1 }));
            await db.CaseEvents.Where(one => one.FeedbackId == other && one.Number == 4).ExecuteUpdateAsync(one => one.SetProperty(e => e.Original, foreign));
            await db.CaseEvents.Where(one => one.FeedbackId == reworded && one.Original != null).ExecuteUpdateAsync(one => one.SetProperty(e => e.Text, "Không hỏng nữa."));
        });
        var codes = await portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.ReferenceCode));

        Assert.Equal(new HashSet<string> { codes[cut], codes[other], codes[reworded] }, [.. (await Proof(portal, site)).Broken.Select(one => one.Code)]);
    }

    [Theory]
    [InlineData("Cột [đã che].", true)]
    [InlineData("[đã che]số[đã che]", true)]
    [InlineData("Cột số 3.", true)]
    [InlineData("[đã che]", true)]
    [InlineData("Cột [đã che]!", false)]
    [InlineData("số [đã che]Cột[đã che]", false)]
    [InlineData("Cột số 4.", false)]
    [InlineData("Cột [đã che]số 3.3.", false)]
    [InlineData("", false)]
    public void A_cover_shows_what_it_leaves_of_the_words_in_their_order(string shown, bool isCover) => Assert.Equal(isCover, Cover.IsOver(shown, "Cột số 3."));

    [Fact]
    public async Task A_case_taken_away_while_the_proof_runs_is_no_fault()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);
        var proof = await portal.Inside(site, async (_, db) =>
        {
            var open = db.Database.GetDbConnection();
            void TakenAway(object sender, System.Data.StateChangeEventArgs change)
            {
                open.StateChange -= TakenAway;   // the first question to the database: the ends were read already
                portal.Inside(site, async (scope, other) =>
                {
                    var feedback = await other.Feedback.Include(f => f.Events).Include(f => f.Attachments).Include(f => f.Clocks).SingleAsync(f => f.Id == id);
                    Assert.True(await scope.GetRequiredService<Erasing>().Erase(feedback, default));
                }).GetAwaiter().GetResult();
            }
            open.StateChange += TakenAway;
            return await new ProvingHistories(db, portal.Of<Vault>(), portal.Of<CaseHeads>()).Prove(site.Id, default);
        });

        Assert.Equal((0, 0), (proof.Checked, proof.Broken.Count));
    }

    [Fact]
    public async Task What_was_let_go_of_or_cancelled_is_not_known_as_an_end()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);
        var never = Given.Feedback(unit: site.UnitByCode("KT")!.Id, code: "PA-NEVER");

        await portal.Inside(site, async (_, db) =>
        {
            await using (await db.Database.BeginTransactionAsync())
            {
                (await db.Feedback.SingleAsync(one => one.Id == id)).Note("Không giữ.", Guid.CreateVersion7(), Given.Morning.AddHours(9));
                await db.SaveChangesAsync();
            }
            db.ChangeTracker.Clear();
            db.Add(never);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.SaveChangesAsync(new CancellationToken(canceled: true)));
            db.ChangeTracker.Clear();
            await using var once = await db.Database.BeginTransactionAsync();
            db.Add(Given.Feedback(unit: site.UnitByCode("KT")!.Id, code: "PA-KEPT"));
            await db.SaveChangesAsync();
            await once.CommitAsync();
        });
        var known = portal.Of<CaseHeads>().Of(site.Id);

        Assert.Equal((2, 6, false), (known.Count, known[id].Number, known.ContainsKey(never.Id)));
        Assert.Empty((await Proof(portal, site)).Broken);
    }

    [Fact]
    public async Task A_first_start_that_died_half_way_is_finished_by_the_next()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var id = await Handled(portal, site);
        var heads = portal.Of<CaseHeads>();
        var folder = Directory.EnumerateDirectories(portal.Folder, CaseHeads.FolderName, SearchOption.AllDirectories).Single();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }
        Assert.False(heads.HasBegun);

        await portal.Inside(site, (scope, _) => scope.GetRequiredService<Preparation>().Run(default));

        Assert.Equal((true, 6), (heads.HasBegun, heads.Of(site.Id)[id].Number));
    }

    [Fact]
    public async Task Two_nodes_that_write_at_once_lose_no_end()
    {
        var folder = Directory.CreateTempSubdirectory("portal-heads-").FullName;
        var site = Guid.CreateVersion7();
        var nodes = new[] { 1, 2 }.Select(_ => new CaseHeads(folder, TimeProvider.System, NullLogger<CaseHeads>.Instance)).ToList();
        await Task.WhenAll(nodes.Select(node => Task.Run(() =>
        {
            for (var i = 1; i <= 150; i++)
            {
                node.Keep([new CaseHead(site, Guid.CreateVersion7(), i, "aa")]);
                if (i % 50 == 0)
                {
                    node.Of(site);
                }
            }
        })));

        Assert.Equal(300, nodes[0].Of(site).Count);
        Directory.Delete(folder, recursive: true);
    }
}
