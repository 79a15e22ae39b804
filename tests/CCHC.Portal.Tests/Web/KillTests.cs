using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web;

/// <summary>The power goes while residents send: what was acknowledged is there, and what is sent again is not there twice.</summary>
public sealed class KillTests
{
    private const int Senders = 4;
    private const string Message = "Rác chưa được thu gom ở ngã ba chợ từ ba ngày nay. Lần gửi ";

    [Fact]
    public async Task Every_message_acknowledged_before_the_kill_is_there_after_it()
    {
        using var place = TestDatabase.New();
        var (acknowledged, unsure) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        foreach (var wanted in new[] { 25, 40 })
        {
            using var portal = await PortalProcess.Start(place, ("Cases:MostInTenMinutes", "10000"));
            using var stop = new CancellationTokenSource();
            var sending = Enumerable.Range(0, Senders).Select(_ => SendUntilKilled(portal.Address, acknowledged, unsure, stop.Token)).ToList();
            await Until(() => acknowledged.Count >= wanted);
            portal.Kill();   // in the middle of whatever the senders are at
            await stop.CancelAsync();
            await Task.WhenAll(sending);
        }

        using (var again = await PortalProcess.Start(place, ("Cases:MostInTenMinutes", "10000")))
        {
            using var sender = await Sender.Open(again.Address);
            foreach (var key in unsure.Concat(acknowledged.Take(5)))   // the telephone tries again
            {
                Assert.True(await sender.Send(key, CancellationToken.None), "A repeated message was not acknowledged.");
            }
            again.Kill();
        }

        var kept = await Keys(place);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Empty(unsure.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
    }

    private static async Task Until(Func<bool> happened)
    {
        for (var patience = Stopwatch.StartNew(); !happened(); await Task.Delay(20))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(3), "Too few messages were acknowledged in three minutes.");
        }
    }

    private static async Task SendUntilKilled(Uri address, ConcurrentBag<string> acknowledged, ConcurrentBag<string> unsure, CancellationToken stop)
    {
        using var sender = await Sender.Open(address);
        while (!stop.IsCancellationRequested)
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            try
            {
                if (await sender.Send(key, stop))
                {
                    acknowledged.Add(key);
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException)
            {
                unsure.Add(key);   // nobody said that it came; it may have
                return;
            }
        }
    }

    private static async Task<List<string>> Keys(TestDatabase place)
    {
        await using var sites = Given.PortalDb(place);
        var site = await sites.Sites.SingleAsync(s => s.Key == "cat-hai");
        await using var db = Given.PortalDb(place);
        db.Enter(site.Id);
        var cases = await db.Feedback.Include(f => f.Events).AsNoTracking().ToListAsync();
        Assert.All(cases, kept => Assert.Contains(kept.Events, e => e.Kind == CaseEventKind.Received));   // whole or not at all
        return [.. cases.Where(kept => kept.Message.StartsWith(Message, StringComparison.Ordinal)).Select(kept => kept.Message[Message.Length..])];
    }

    /// <summary>A resident's browser on the last step of the form.</summary>
    private sealed class Sender : IDisposable
    {
        private readonly HttpClient client;
        private string token = "";

        private Sender(Uri address) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

        public static async Task<Sender> Open(Uri address)
        {
            var sender = new Sender(address);
            var page = await (await sender.client.GetAsync("phan-anh/gui")).Read();
            sender.token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return sender;
        }

        public async Task<bool> Send(string key, CancellationToken stop)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Key"] = key,
                ["Step"] = "3",
                ["Go"] = "send",
                ["Form.Kind"] = nameof(FeedbackKind.Report),
                ["Form.Field"] = nameof(FeedbackField.Environment),
                ["Form.Message"] = Message + key,
                ["Form.Place"] = "Ngã ba chợ",
                ["Form.Name"] = "Người Gửi Mẫu",
                ["Form.Phone"] = "0901234567",
                ["Form.Agreed"] = "true",
            });
            using var response = await client.PostAsync("phan-anh/gui", form, stop);
            Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"The form answered {(int)response.StatusCode}");
            return true;
        }

        public void Dispose() => client.Dispose();
    }
}
