using System.Data.Common;
using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.People;

/// <summary>The record of deeds is added to and never changed; whoever does so in the database is found out.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        await Write("role-given", "role-taken", "cases-exported");
        await portal.Run<ChainAuditJob>();
        await Write("content-published", "case-taken");
        await portal.Run<ChainAuditJob>();
        await Write("sign-in");   // not in the chain yet
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task No_program_changes_an_entry_or_takes_one_out_but_what_it_was_about_may_be_left_out()
    {
        await Inside(async db =>
        {
            foreach (var number in new long?[] { 2, null })
            {
                var entry = db.AuditEntries.Where(one => one.Number == number);
                await Assert.ThrowsAnyAsync<DbException>(() => entry.ExecuteUpdateAsync(one => one.SetProperty(e => e.Detail, "khác")));
                await Assert.ThrowsAnyAsync<DbException>(() => entry.ExecuteUpdateAsync(one => one.SetProperty(e => e.Subject, "khác")));
                await Assert.ThrowsAnyAsync<DbException>(() => entry.ExecuteUpdateAsync(one => one.SetProperty(e => e.What, "khác").SetProperty(e => e.Subject, "")));
                await Assert.ThrowsAnyAsync<DbException>(() => entry.ExecuteDeleteAsync());
            }
            await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.Where(one => one.Number == 2).ExecuteUpdateAsync(one => one.SetProperty(e => e.Hash, "khác")));
            await db.AuditEntries.ExecuteUpdateAsync(one => one.SetProperty(e => e.Subject, ""));
        });
        await portal.Run<ChainAuditJob>();

        Assert.Equal((6, null), await Proof());
    }

    [Theory]
    [InlineData("changed", "số 2")]
    [InlineData("other", "số 2")]
    [InlineData("gone", "số 2")]
    [InlineData("cut", "từng có 5, nay còn 4")]
    public async Task With_the_guards_away_each_thing_done_to_it_is_found_by_the_nightly_proof(string what, string words)
    {
        await Inside(async db =>
        {
            foreach (var guard in new[] { "AuditEntriesStay", "AuditEntriesRemain" })
            {
                var drop = $"DROP TRIGGER \"{guard}\"{On(db)}";
                await db.Database.ExecuteSqlRawAsync(drop);
            }
            var second = db.AuditEntries.Where(one => one.Number == 2);
            _ = what switch
            {
                "changed" => await second.ExecuteUpdateAsync(one => one.SetProperty(e => e.PersonId, Guid.CreateVersion7())),
                "other" => await second.ExecuteUpdateAsync(one => one.SetProperty(e => e.Subject, "PA-KHAC")),
                "gone" => await second.ExecuteDeleteAsync(),
                _ => await db.AuditEntries.Where(one => one.Number == 5 || one.Number == null).ExecuteDeleteAsync(),
            };
        });
        portal.Clock.Advance(TimeSpan.FromDays(1));

        await portal.Run<ProveHistoriesJob>();

        Assert.Contains(words, (await Inside(db => db.AuditEntries.SingleAsync(entry => entry.What == ProveHistoriesJob.AuditBroken))).Detail, StringComparison.Ordinal);
    }

    private static string On(PortalDb db) => db.Database.IsNpgsql() ? " ON \"AuditEntries\"" : "";

    private Task<(long, string?)> Proof() => portal.Inside(site, (scope, _) => scope.GetRequiredService<AuditChain>().Prove(CancellationToken.None));

    private Task Write(params string[] deeds) => Inside(db =>
    {
        db.AuditEntries.AddRange(deeds.Select((deed, number) => new AuditEntry { At = Given.Morning.AddSeconds(number), What = deed, Subject = "PA-" + deed, Detail = "chi tiết" }));
        return db.SaveChangesAsync();
    });

    private Task Inside(Func<PortalDb, Task> work) => portal.Inside(site, (_, db) => work(db));

    private Task<T> Inside<T>(Func<PortalDb, Task<T>> work) => portal.Inside(site, (_, db) => work(db));
}
