using System.Text.Json;
using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Channels;

/// <summary>What is to be told outside waits in the outbox until it was told, and is told by one node.</summary>
public sealed class OutboxTests : IAsyncDisposable
{
    private readonly List<TestPortal> started = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in started)
        {
            await portal.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_a_server_a_mail_is_dropped_as_a_file()
    {
        var (portal, site) = await Start();
        await Post(portal, site, new Mail("mai@example.vn", "Đã nhận PA-ACDE-FGHJ", "Kính gửi ông/bà"));

        await portal.Run<DeliverOutboxJob>();

        var letter = await MimeKit.MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(Path.Combine(portal.Folder, "mail"), "*.eml")));
        Assert.Equal(("Đã nhận PA-ACDE-FGHJ", "mai@example.vn"), (letter.Subject, letter.To.Mailboxes.Single().Address));
        Assert.Equal("Kính gửi ông/bà", letter.TextBody!.Trim());
        Assert.NotNull((await Only(portal, site)).DoneAt);
    }

    [Fact]
    public async Task A_mail_is_handed_to_the_server_once_however_often_the_job_runs()
    {
        await using var server = new StubMailServer();
        var (portal, site) = await Start(server.Settings);
        await Post(portal, site, new Mail("mai@example.vn", "Đã nhận", "Xin chào"));

        await portal.Run<DeliverOutboxJob>();
        await portal.Run<DeliverOutboxJob>();

        var letter = Assert.Single(server.Letters);
        Assert.Contains("To: mai@example.vn", letter, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: <{(await Only(portal, site)).Id:N}@portal>", letter, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_later_and_later_until_it_is_back()
    {
        await using var server = new StubMailServer { Refuses = true };
        var (portal, site) = await Start(server.Settings);
        await Post(portal, site, new Mail("mai@example.vn", "Đã nhận", "Xin chào"));

        await portal.Run<DeliverOutboxJob>();
        var waiting = await Only(portal, site);
        Assert.Equal((1, (DateTimeOffset?)null), (waiting.Attempts, waiting.DoneAt));
        Assert.Equal(portal.Clock.GetUtcNow().AddMinutes(1), waiting.NextAttemptAt);
        Assert.NotEqual("", waiting.Error);

        await portal.Run<DeliverOutboxJob>();   // not yet
        Assert.Equal(1, (await Only(portal, site)).Attempts);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.Run<DeliverOutboxJob>();
        Assert.Equal(portal.Clock.GetUtcNow().AddMinutes(2), (await Only(portal, site)).NextAttemptAt);

        server.Refuses = false;
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await portal.Run<DeliverOutboxJob>();
        Assert.NotNull((await Only(portal, site)).DoneAt);
        Assert.Null((await Only(portal, site)).Error);
        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task After_eight_days_of_attempts_it_stays_with_its_error_for_a_person_to_see()
    {
        await using var server = new StubMailServer { Refuses = true };
        var (portal, site) = await Start(server.Settings);
        await Post(portal, site, new Mail("mai@example.vn", "Đã nhận", "Xin chào"));

        for (var attempt = 0; attempt < OutboxMessage.MostAttempts + 3; attempt++)
        {
            await portal.Run<DeliverOutboxJob>();
            portal.Clock.Advance(TimeSpan.FromHours(6));
        }

        var left = await Only(portal, site);
        Assert.Equal((OutboxMessage.MostAttempts, (DateTimeOffset?)null), (left.Attempts, left.DoneAt));
        Assert.True(left.NextAttemptAt - left.CreatedAt < TimeSpan.FromDays(12));
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task A_clock_that_jumps_sends_neither_twice_nor_never(int days)
    {
        await using var server = new StubMailServer();
        var (portal, site) = await Start(server.Settings);
        await Post(portal, site, new Mail("truoc@example.vn", "Đã nhận", "Xin chào"));

        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddDays(days));
        await Post(portal, site, new Mail("sau@example.vn", "Đã nhận", "Xin chào"));
        await portal.Run<DeliverOutboxJob>();
        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddDays(-days));
        await portal.Run<DeliverOutboxJob>();
        await portal.Run<DeliverOutboxJob>();

        Assert.Equal(2, server.Letters.Count);
        Assert.Equal(0, await portal.Inside(site, (_, db) => db.Outbox.CountAsync(message => message.DoneAt == null)));
    }

    [Fact]
    public async Task What_another_node_has_taken_is_left_to_it_until_its_lease_ends()
    {
        var (portal, site) = await Start();
        await Post(portal, site, new Mail("mai@example.vn", "Đã nhận", "Xin chào"));
        DateTimeOffset? until = portal.Clock.GetUtcNow().AddMinutes(2);
        await portal.Inside(site, (_, db) => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.LockedUntil, until)));

        await portal.Run<DeliverOutboxJob>();
        Assert.Null((await Only(portal, site)).DoneAt);

        portal.Clock.Advance(TimeSpan.FromMinutes(3));   // that node was killed
        await portal.Run<DeliverOutboxJob>();
        Assert.NotNull((await Only(portal, site)).DoneAt);
    }

    [Fact]
    public async Task Nodes_that_deliver_at_once_send_each_mail_once()
    {
        await using var server = new StubMailServer();
        var (portal, site) = await Start(server.Settings);
        for (var i = 0; i < 10; i++)
        {
            await Post(portal, site, new Mail($"nguoi{i}@example.vn", "Đã nhận", "Xin chào"));
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => portal.Run<DeliverOutboxJob>())));

        Assert.Equal(10, server.Letters.Count);
        Assert.Equal(10, server.Letters.Select(letter => letter.Split("To: ")[1].Split('\r')[0]).Distinct().Count());
    }

    [Fact]
    public async Task One_bad_address_does_not_hold_up_the_others()
    {
        var (portal, site) = await Start();
        await Post(portal, site, new Mail("không phải địa chỉ", "Đã nhận", "Xin chào"));
        await Post(portal, site, new Mail("mai@example.vn", "Đã nhận", "Xin chào"));

        await portal.Run<DeliverOutboxJob>();

        Assert.Equal(1, await portal.Inside(site, (_, db) => db.Outbox.CountAsync(m => m.DoneAt != null)));
    }

    [Fact]
    public async Task A_kind_nobody_carries_waits_with_its_error()
    {
        var (portal, site) = await Start();
        await portal.Inside(site, async (_, db) =>
        {
            db.Outbox.Add(OutboxMessage.Of("zalo", "{}", portal.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });

        await portal.Run<DeliverOutboxJob>();

        Assert.Equal(1, (await Only(portal, site)).Attempts);
    }

    [Fact]
    public async Task Every_sites_mail_leaves()
    {
        var (portal, site) = await Start();
        var other = await portal.AddSite("xa-khac");
        await Post(portal, site, new Mail("mot@example.vn", "a", "b"));
        await Post(portal, other, new Mail("hai@example.vn", "a", "b"));

        await portal.Run<DeliverOutboxJob>();

        Assert.Equal(2, Directory.GetFiles(Path.Combine(portal.Folder, "mail"), "*.eml").Length);
    }

    private async Task<(TestPortal, SiteMap)> Start(params (string, string)[] settings)
    {
        var portal = await Given.Portal(settings);
        started.Add(portal);
        return (portal, await portal.AddSite());
    }

    private static Task Post(TestPortal portal, SiteMap site, Mail mail) => portal.Inside(site, async (_, db) =>
    {
        db.Outbox.Add(OutboxMessage.Of(Mail.Kind, JsonSerializer.Serialize(mail), portal.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    });

    private static Task<OutboxMessage> Only(TestPortal portal, SiteMap site) => portal.Inside(site, (_, db) => db.Outbox.AsNoTracking().SingleAsync());
}
