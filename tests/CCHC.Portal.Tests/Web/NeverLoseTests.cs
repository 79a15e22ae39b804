using System.Diagnostics;
using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CCHC.Portal.Tests.Web;

/// <summary>A disk without room, a database that takes no word: what is called received is there, what is not comes back to the page and is received later, once.</summary>
public sealed class NeverLoseTests
{
    private const int Roomy = 600;

    [Fact]
    public async Task On_a_disk_that_runs_full_nothing_is_acknowledged_that_is_not_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A disk of a few megabytes is made with tmpfs.");
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        Assert.SkipUnless(Mount($"-t tmpfs -o size={Roomy}m tmpfs {place.Folder}"), "Mounting is not allowed here: the full disk is tried by the page limit only (FullDiskTests).");
        try
        {
            using (var first = await PortalProcess.Start(place))
            {
                first.Kill();
            }
            var used = Roomy - (new DriveInfo(place.Folder).AvailableFreeSpace / 1024 / 1024);
            Assert.True(Mount($"-o remount,size={used + 3}m {place.Folder}"));
            var (acknowledged, refused) = (new List<string>(), "");
            using (var portal = await PortalProcess.Start(place, ("Cases:MostInTenMinutes", "10000")))
            {
                using var sender = await FormSender.Open(portal.Address);
                while (refused == "" && acknowledged.Count < 2_000)
                {
                    var words = $"Lời thứ {acknowledged.Count} " + new string('ơ', 4_000);
                    var answer = await sender.Send(words);
                    if (answer.StatusCode == HttpStatusCode.Redirect)
                    {
                        acknowledged.Add(words);
                        continue;
                    }
                    refused = words;
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                    Assert.Contains(words, (await answer.Read()).Body!.TextContent, StringComparison.Ordinal);
                }
                Assert.NotEqual("", refused);
                Assert.True(Mount($"-o remount,size={Roomy}m {place.Folder}"));
                Assert.Equal(HttpStatusCode.Redirect, (await sender.Send(refused)).StatusCode);   // room again: the same form goes through, without a restart
                portal.Kill();
            }
            Assert.Equal(acknowledged.Append(refused).Order(), (await Kept(place)).Order());
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l " + place.Folder);
        }
    }

    [Fact]
    public async Task A_database_that_takes_no_word_is_never_called_received_and_afterwards_the_same_form_is_one_case()
    {
        using var place = TestDatabase.New();
        using var portal = await PortalProcess.Start(place, ("Cases:MostInTenMinutes", "10000"));
        using var sender = await FormSender.Open(portal.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await sender.Send("Lời trước đó")).StatusCode);
        const string Words = "Đèn đường trước chợ tối ba hôm nay.";

        using (Deaf(place))
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var answer = await sender.Send(Words);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Contains(Words, (await answer.Read()).Body!.TextContent, StringComparison.Ordinal);
            }
        }
        HttpResponseMessage received;
        for (var waits = 0; (received = await sender.Send(Words)).StatusCode != HttpStatusCode.Redirect && waits < 10; waits++)
        {
            await Task.Delay(200);   // connections that were cut are made anew
        }
        Assert.Equal(HttpStatusCode.Redirect, received.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sender.Send(Words)).StatusCode);

        portal.Kill();
        Assert.Equal(["Lời trước đó", Words], (await Kept(place)).OrderByDescending(words => words == "Lời trước đó"));
    }

    // SQLite: somebody else holds the only pen. PostgreSQL: the server takes nothing more, as a standby does.
    private static IDisposable Deaf(TestDatabase place) => place.Engine == DatabaseEngine.Sqlite ? new HeldPen(place) : new ReadOnlyServer(place);

    private static async Task<List<string>> Kept(TestDatabase place)
    {
        await using var db = Given.PortalDb(place);
        var site = await db.Sites.SingleAsync();
        db.Enter(site.Id);
        return await db.Feedback.Where(feedback => feedback.Channel == IntakeChannel.Web && (feedback.Message.StartsWith("Lời") || feedback.Message.StartsWith("Đèn đường trước chợ"))).Select(feedback => feedback.Message).ToListAsync();
    }

    private static bool Mount(string arguments) => Run("mount", arguments);

    private static bool Run(string program, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;   // there is no such program
        }
    }

    private sealed class HeldPen : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteTransaction pen;

        public HeldPen(TestDatabase place)
        {
            connection = new SqliteConnection($"Data Source={Path.Combine(place.Folder, "portal.db")};Pooling=False;Default Timeout=30");
            connection.Open();
            pen = connection.BeginTransaction(deferred: false);
        }

        public void Dispose()
        {
            pen.Dispose();
            connection.Dispose();
        }
    }

    private sealed class ReadOnlyServer : IDisposable
    {
        private readonly TestDatabase place;

        public ReadOnlyServer(TestDatabase place)
        {
            this.place = place;
            Say("on");
        }

        public void Dispose() => Say("off");

        private void Say(string readOnly)
        {
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.Connection) { Database = "postgres", Pooling = false }.ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"ALTER DATABASE {place.Name} SET default_transaction_read_only = {readOnly}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{place.Name}'";
            command.ExecuteNonQuery();
        }
    }

    private sealed class FormSender(HttpClient client, string token) : IDisposable
    {
        public static async Task<FormSender> Open(Uri address)
        {
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
            var page = await (await client.GetAsync("phan-anh/gui")).Read();
            return new FormSender(client, page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        public Task<HttpResponseMessage> Send(string words) => client.PostAsync("phan-anh/gui", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Key"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words)))[..32],
            ["Step"] = "3",
            ["Go"] = "send",
            ["Form.Kind"] = "Report",
            ["Form.Field"] = "Land",
            ["Form.Message"] = words,
            ["Form.Agreed"] = "true",
        }));

        public void Dispose() => client.Dispose();
    }
}
