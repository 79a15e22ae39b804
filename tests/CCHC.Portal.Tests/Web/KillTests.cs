using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace CCHC.Portal.Tests.Web;

/// <summary>The power goes again and again while residents send: what was acknowledged is there with its pictures, and what is sent again is not there twice.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Senders = 6, Kills = 6, OneInHasPicture = 25;
    private const string Message = "Rác chưa được thu gom ở ngã ba chợ từ ba ngày nay. Lần gửi ";
    private static readonly (string, string)[] Settings = [("Cases:MostInTenMinutes", "1000000"), ("Cases:MostMegabytesInTenMinutes", "100000")];
    private static readonly byte[] Picture = MakePicture();

    // Two thousand; tests/bench/never-lose.sh asks for ten.
    private static int Wanted => int.TryParse(Environment.GetEnvironmentVariable("PORTAL_NEVER_LOSE"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 2_000;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_however_often_the_process_is_killed()
    {
        using var place = TestDatabase.New();
        var (acknowledged, unsure) = (new ConcurrentDictionary<string, bool>(), new ConcurrentBag<string>());
        var (sending, watch) = (TimeSpan.Zero, Stopwatch.StartNew());
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var portal = await PortalProcess.Start(place, Settings);
            watch.Restart();
            await SendUntilKilled(portal, Wanted * kill / Kills, acknowledged, unsure);
            sending += watch.Elapsed;
        }

        using (var again = await PortalProcess.Start(place, Settings))
        {
            using var sender = await Sender.Open(again.Address);
            foreach (var key in unsure.Concat(acknowledged.Keys.Take(20)))   // the telephone tries again
            {
                await sender.Send(key, WithPicture(key), CancellationToken.None);
                acknowledged.TryAdd(key, WithPicture(key));
            }
            again.Kill();
        }

        await AllThere(place, acknowledged);
        output.WriteLine($"{place.Engine}: {acknowledged.Count} acknowledged, {unsure.Count} cut off and sent again, {Kills + 1} kills, none lost, none doubled; {acknowledged.Count / sending.TotalSeconds:0}/s while sending");
    }

    private static async Task SendUntilKilled(PortalProcess portal, int wanted, ConcurrentDictionary<string, bool> acknowledged, ConcurrentBag<string> unsure)
    {
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendOn(portal.Address, acknowledged, unsure, stop.Token))).ToList();
        for (var patience = Stopwatch.StartNew(); acknowledged.Count < wanted; await Task.Delay(10))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(5), "Too few messages were acknowledged.");
            Assert.DoesNotContain(senders, sender => sender.IsFaulted);
        }
        portal.Kill();   // in the middle of whatever the senders are at
        await stop.CancelAsync();
        await Task.WhenAll(senders);
    }

    private static async Task SendOn(Uri address, ConcurrentDictionary<string, bool> acknowledged, ConcurrentBag<string> unsure, CancellationToken stop)
    {
        using var sender = await Sender.Open(address);
        while (!stop.IsCancellationRequested)
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            try
            {
                await sender.Send(key, WithPicture(key), stop);
                acknowledged[key] = WithPicture(key);
            }
            catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException)
            {
                unsure.Add(key);   // nobody said that it came; it may have
                return;
            }
        }
    }

    private static async Task AllThere(TestDatabase place, ConcurrentDictionary<string, bool> acknowledged)
    {
        await using var db = Given.PortalDb(place);
        db.Enter((await db.Sites.SingleAsync(site => site.Key == "cat-hai")).Id);
        var cases = await db.Feedback.Include(f => f.Events).Include(f => f.Attachments).AsSplitQuery().AsNoTracking().Where(f => f.Message.StartsWith(Message)).ToListAsync();
        var kept = cases.ToLookup(feedback => feedback.Message[Message.Length..]);

        Assert.DoesNotContain(acknowledged.Keys, key => !kept.Contains(key));
        Assert.DoesNotContain(kept, key => key.Count() > 1);
        Assert.All(cases, feedback => Assert.Contains(feedback.Events, happened => happened.Kind == CaseEventKind.Received));   // whole or not at all
        Assert.All(cases, feedback => Assert.NotEmpty(feedback.Clocks));
        var drafts = new DraftFiles(new FileStore(place.Settings.Under("files")), new Vault(place.Settings.KeysIn, "portal"), TimeProvider.System);
        foreach (var feedback in cases)
        {
            Assert.Equal(WithPicture(feedback.Message[Message.Length..]) ? 1 : 0, feedback.Attachments.Count);
            foreach (var file in feedback.Attachments)
            {
                var bytes = await drafts.Read(file.StoreKey, CancellationToken.None);
                Assert.Equal(file.Size, bytes!.Length);
                using var image = Image.NewFromBuffer(bytes);
                Assert.Equal((60, 40), (image.Width, image.Height));
            }
        }
        Assert.Contains(cases, feedback => feedback.Attachments.Count > 0);
    }

    private static bool WithPicture(string key) => Convert.ToInt32(key[..4], 16) % OneInHasPicture == 0;

    private static byte[] MakePicture()
    {
        using var image = Pictures.Plain(60, 40);
        return image.PngsaveBuffer();
    }

    /// <summary>A resident's browser on the last step of the form.</summary>
    private sealed class Sender : IDisposable
    {
        private readonly HttpClient client;
        private string token = "";

        private Sender(Uri address) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

        public static async Task<Sender> Open(Uri address)
        {
            var sender = new Sender(address);
            var page = await (await sender.client.GetAsync("phan-anh/gui")).Read();
            sender.token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return sender;
        }

        /// <summary>Returns when the portal said that it has it.</summary>
        public async Task Send(string key, bool withPicture, CancellationToken stop)
        {
            using var form = new MultipartFormDataContent();
            foreach (var (name, value) in new[]
            {
                ("__RequestVerificationToken", token), ("Key", key), ("Step", "3"), ("Go", "send"), ("Form.Kind", nameof(FeedbackKind.Report)), ("Form.Field", nameof(FeedbackField.Environment)),
                ("Form.Message", Message + key), ("Form.Place", "Ngã ba chợ"), ("Form.Name", "Người Gửi Mẫu"), ("Form.Phone", "0901234567"), ("Form.Agreed", "true"),
            })
            {
                form.Add(new StringContent(value), name);
            }
            if (withPicture)
            {
                form.Add(new ByteArrayContent(Picture), "Files", "anh.png");
            }
            using var response = await client.PostAsync("phan-anh/gui", form, stop);
            Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"The form answered {(int)response.StatusCode}");
        }

        public void Dispose() => client.Dispose();
    }
}
