using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>The machine's clock jumps and is put right again: nothing is received twice or not at all, and what waits goes out, once.</summary>
public sealed class JumpedClockTests : IAsyncLifetime
{
    private StubMailServer server = null!;
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        server = new StubMailServer();
        portal = await Given.Portal(server.Settings);
        site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(new MailTemplate { Key = "feedback-received", Culture = "vi", Subject = "Đã nhận {code}", Body = "{link}" });
            await db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-24 * 40)]
    [InlineData(3)]
    [InlineData(24 * 400)]
    public async Task A_form_sent_again_after_a_jump_is_the_same_case_and_a_new_one_is_received(int hours)
    {
        var first = await Receive("mot");
        portal.Clock.AdjustTime(Given.Morning.AddHours(hours));

        var (again, other) = (await Receive("mot"), await Receive("hai"));

        Assert.Equal(first, again);
        Assert.Equal(Given.Morning.AddHours(hours), other.ReceivedAt);
        var kept = await portal.Inside(site, (_, db) => db.Feedback.Include(one => one.Events).SingleAsync(one => one.ReferenceCode == other.ReferenceCode));
        Assert.Equal(site.Calendar.Due(other.ReceivedAt, 10), kept.DueAt);
        Assert.Equal(Enumerable.Range(1, kept.Events.Count), kept.Events.OrderBy(happened => happened.At).Select(happened => happened.Number!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_queued_or_tried_while_the_clock_was_a_year_ahead_goes_out_when_it_is_put_right_once(bool tried)
    {
        portal.Clock.AdjustTime(Given.Morning.AddDays(365));
        await Receive("mot", "mai@example.vn");
        if (tried)
        {
            server.Refuses = true;
            await portal.Run<DeliverOutboxJob>();
            server.Refuses = false;
        }
        portal.Clock.AdjustTime(Given.Morning);

        await portal.Run<DeliverOutboxJob>();
        portal.Clock.AdjustTime(Given.Morning.AddDays(366));
        await portal.Run<DeliverOutboxJob>();

        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task Letters_queued_while_the_server_is_away_go_out_when_it_is_back_each_once_from_whichever_node()
    {
        server.Refuses = true;
        foreach (var number in Enumerable.Range(0, 20))
        {
            await Receive($"k{number}", $"nguoi{number}@example.vn");
        }
        for (var hour = 0; hour < 5; hour++)
        {
            await portal.Run<DeliverOutboxJob>();
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Empty(server.Letters);

        server.Refuses = false;
        for (var hour = 0; hour < 8; hour++)
        {
            await Task.WhenAll(portal.Run<DeliverOutboxJob>(), portal.Run<DeliverOutboxJob>());
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(20, server.Letters.Count);
        Assert.Equal(20, server.Letters.Select(letter => letter.Split("To: ")[1].Split("\r\n")[0]).Distinct().Count());
    }

    private Task<Receipt> Receive(string key, string email = "") => portal.Inside(site, (scope, _) => scope.GetRequiredService<Intake>().Receive(site, Given.Message(key, email: email), CancellationToken.None));
}
