using System.Net;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>When there is no room left, nothing is called received, and the words come back.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_answers_503_with_words_and_what_was_typed()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        using (var first = await PortalProcess.Start(place))
        {
            first.Kill();
        }
        using var portal = await PortalProcess.Start(place, ("Storage:MostPages", (Pages(place) + 4).ToString()), ("Cases:MostInTenMinutes", "10000"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = portal.Address };
        var page = await (await client.GetAsync("phan-anh/gui")).Read();
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        HttpResponseMessage response;
        var sent = 0;
        do
        {
            response = await client.PostAsync("phan-anh/gui", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Step"] = "3",
                ["Go"] = "send",
                ["Form.Kind"] = "Report",
                ["Form.Field"] = "Land",
                ["Form.Message"] = $"Lời kể dài thứ {sent} " + new string('ơ', 5_000),
                ["Form.Agreed"] = "true",
            }));
        }
        while (response.StatusCode == HttpStatusCode.Redirect && ++sent < 200);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var words = (await response.Read()).Body!.TextContent;
        Assert.Contains($"Lời kể dài thứ {sent}", words, StringComparison.Ordinal);
        Assert.Contains("chưa được gửi", words, StringComparison.Ordinal);
    }

    private static long Pages(TestDatabase place)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(place.Folder, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA page_count;";
        using var rows = command.ExecuteReader();
        rows.NextResult();
        rows.Read();
        return rows.GetInt64(0);
    }
}
