using CCHC.Portal.Content.Readers;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Content.Readers;

/// <summary>Votes and reports as the database keeps them: one a device, each site its own, nobody behind them.</summary>
public sealed class ReadersWordTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly ReadPage Page = new() { Key = "/mot-cua", Culture = "vi" };

    [Fact]
    public async Task A_device_thinking_again_changes_its_vote_and_a_double_click_is_one()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.Inside(site, (_, db) => db.Keep(Vote(true), Stop))));
        await portal.Inside(site, (_, db) => db.Keep(Vote(false), Stop));

        Assert.False((await portal.Inside(site, (_, db) => db.UsefulVotes.SingleAsync())).IsUseful);
    }

    [Fact]
    public async Task The_same_device_on_two_sites_is_two_votes_and_neither_sees_the_other()
    {
        await using var portal = await Given.Portal();
        var (one, two) = (await portal.AddSite(), await portal.AddSite("khac"));

        await portal.Inside(one, (_, db) => db.Keep(Vote(true), Stop));
        await portal.Inside(two, (_, db) => db.Keep(Vote(false), Stop));

        Assert.True((await portal.Inside(one, (_, db) => db.UsefulVotes.SingleAsync())).IsUseful);
        Assert.False((await portal.Inside(two, (_, db) => db.UsefulVotes.SingleAsync())).IsUseful);
    }

    [Fact]
    public async Task A_report_said_again_is_one_and_asks_for_another_look()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await portal.Inside(site, (_, db) => db.Keep(Report("số cũ"), Stop));
        await portal.Inside(site, async (_, db) =>
        {
            (await db.MistakeReports.SingleAsync()).Mend(Guid.CreateVersion7(), "đã đổi số", Given.Morning);
            await db.SaveChangesAsync();
        });

        await portal.Inside(site, (_, db) => db.Keep(Report("số mới cũng không gọi được"), Stop));

        var report = await portal.Inside(site, (_, db) => db.MistakeReports.SingleAsync());
        Assert.Equal((MistakeState.New, "số mới cũng không gọi được", null, (Guid?)null), (report.State, report.Text, report.Answer, report.SettledBy));
    }

    [Fact]
    public void A_report_is_settled_once_and_never_dismissed_without_a_reason()
    {
        var report = Report("x");

        Assert.Throws<ArgumentException>(() => report.Dismiss(Guid.CreateVersion7(), " ", Given.Morning));
        report.Dismiss(Guid.CreateVersion7(), "Số này đúng, đã gọi thử.", Given.Morning);
        Assert.Equal(MistakeState.NotAMistake, report.State);
        Assert.Throws<InvalidOperationException>(() => report.Mend(Guid.CreateVersion7(), null, Given.Morning));
    }

    private static UsefulVote Vote(bool useful) => new() { Page = Page, IsUseful = useful, Device = "d1", On = new DateOnly(2026, 11, 20) };

    private static MistakeReport Report(string text) => new() { Page = Page, Kind = MistakeKind.NumberDead, Text = text, Device = "d1", At = Given.Morning };
}
