using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Channels;

/// <summary>Short messages go once through a gateway that can be exchanged, are tried again when it is away, and wake nobody.</summary>
public sealed class SendTextTests : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> started = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var one in started)
        {
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_message_reaches_the_gateway_once_with_a_key_that_makes_twice_once()
    {
        var gateway = new Gateway();
        var (portal, site) = await Start(gateway.Settings);
        await Post(portal, site);

        await portal.Run<DeliverOutboxJob>();
        await portal.Run<DeliverOutboxJob>();

        var taken = Assert.Single(gateway.Taken);
        Assert.Equal(("+84900000417", "sms"), (taken.Body.GetProperty("to").GetString(), taken.Body.GetProperty("way").GetString()));
        Assert.Equal(("Bearer khoa-thu", (await Only(portal, site)).Id.ToString("N")), (taken.Authorization, taken.Key));
        gateway.Dispose();
    }

    [Fact]
    public async Task A_gateway_that_is_away_is_tried_again()
    {
        var gateway = new Gateway { Status = 503 };
        var (portal, site) = await Start(gateway.Settings);
        await Post(portal, site);

        await portal.Run<DeliverOutboxJob>();
        Assert.Equal((1, (DateTimeOffset?)null), ((await Only(portal, site)).Attempts, (await Only(portal, site)).DoneAt));
        gateway.Status = 202;
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.Run<DeliverOutboxJob>();

        Assert.NotNull((await Only(portal, site)).DoneAt);
        gateway.Dispose();
    }

    [Fact]
    public async Task At_night_a_message_waits_for_the_morning_and_that_is_no_failed_try()
    {
        var gateway = new Gateway();
        var (portal, site) = await Start(gateway.Settings);
        portal.Clock.SetUtcNow(VietnamTime.At(new DateOnly(2026, 11, 23), new TimeOnly(22, 30)));
        await Post(portal, site);

        await portal.Run<DeliverOutboxJob>();

        var waiting = await Only(portal, site);
        Assert.Equal((0, VietnamTime.At(new DateOnly(2026, 11, 24), new TimeOnly(7, 0)).ToUniversalTime()), (waiting.Attempts, waiting.NextAttemptAt));
        Assert.Empty(gateway.Taken);
        portal.Clock.SetUtcNow(waiting.NextAttemptAt);
        await portal.Run<DeliverOutboxJob>();
        Assert.Single(gateway.Taken);
        gateway.Dispose();
    }

    [Theory]
    [InlineData(21, 7, 23, true)]
    [InlineData(21, 7, 3, true)]
    [InlineData(21, 7, 7, false)]
    [InlineData(21, 7, 20, false)]
    [InlineData(12, 13, 12, true)]
    [InlineData(12, 13, 13, false)]
    [InlineData(0, 0, 3, false)]
    public void Quiet_hours_may_cross_midnight_or_be_none(int from, int until, int hour, bool quiet)
    {
        using var channel = new SendText(new TextSettings { QuietFrom = from, QuietUntil = until }, new CCHC.Portal.Storage.Vault(new byte[32]));
        var now = VietnamTime.At(new DateOnly(2026, 11, 23), new TimeOnly(hour, 15));

        Assert.Equal(quiet, channel.NotBefore(now) > now);
    }

    [Fact]
    public async Task The_citizens_message_says_that_there_is_news_and_nothing_of_what()
    {
        var (portal, site) = await Start(("Text:Record", "true"));
        await portal.Inside(site, async (scope, db) =>
        {
            db.MailTemplates.Add(new MailTemplate { Key = "feedback-text", Culture = "vi", Subject = "x", Body = "{name}: phản ánh {code} có tin mới. Xem tại {link} bằng hai mã trên biên nhận." });
            await db.SaveChangesAsync();
            await scope.GetRequiredService<Intake>().Receive(site, Given.Message(text: "Cột đèn số mười hai hỏng") with { TextBy = TextWay.Zalo }, CancellationToken.None);
        });

        var text = (await Only(portal, site)).Read<TextMessage>(portal.Of<CCHC.Portal.Storage.Vault>())!;

        Assert.Equal((TextWay.Zalo, "0901234567"), (text.Way, text.To));
        Assert.StartsWith("Dac khu Cat Hai: phan anh PA-", text.Words, StringComparison.Ordinal);
        Assert.True(text.Words.Length <= 160 && text.Words.All(char.IsAscii), text.Words);
        Assert.DoesNotContain("den", text.Words, StringComparison.Ordinal);
    }

    private async Task<(TestPortal Portal, SiteMap Site)> Start(params (string, string)[] settings)
    {
        var portal = await Given.Portal(settings);
        started.Add(portal);
        return (portal, await portal.AddSite());
    }

    private static Task Post(TestPortal portal, SiteMap site) => portal.Inside(site, (_, db) =>
    {
        db.Post(new TextMessage(TextWay.Sms, "+84900000417", "Co tin moi"), portal.Clock.GetUtcNow());
        return db.SaveChangesAsync();
    });

    private static Task<OutboxMessage> Only(TestPortal portal, SiteMap site) => portal.Inside(site, (_, db) => db.Outbox.AsNoTracking().SingleAsync(message => message.Kind == TextMessage.Kind));

    private sealed class Gateway : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly string address;

        public Gateway()
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/gui/";
            free.Stop();
            listener.Prefixes.Add(address);
            listener.Start();
            _ = Listen();
        }

        public int Status { get; set; } = 202;
        public List<(JsonElement Body, string? Authorization, string? Key)> Taken { get; } = [];
        public (string, string)[] Settings => [("Text:SmsUrl", address), ("Text:Token", "khoa-thu")];

        public void Dispose() => listener.Close();

        private async Task Listen()
        {
            try
            {
                while (true)
                {
                    var asked = await listener.GetContextAsync();
                    var body = (await JsonDocument.ParseAsync(asked.Request.InputStream)).RootElement;
                    if (Status < 300)
                    {
                        Taken.Add((body, asked.Request.Headers["Authorization"], asked.Request.Headers["Idempotency-Key"]));
                    }
                    asked.Response.StatusCode = Status;
                    asked.Response.Close();
                }
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
