using System.Net;
using System.Text.Json;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>The promise board is a page, a CSV and a JSON of the same numbers.</summary>
public sealed class PromisePageTests(PortalHost portal)
{
    [Fact]
    public async Task The_page_the_csv_and_the_json_say_the_same()
    {
        for (var i = 0; i < 7; i++)
        {
            await portal.OpenedCase(feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), feedback.ReceivedAt.AddDays(1), Given.Terms().Calendar), daysAgo: 5, unit: "TTVHTT");
        }

        var (page, csv, json) = await AtOneMoment();

        var rows = page.QuerySelectorAll(".figs tbody tr").ToList();
        Assert.Equal(rows.Count, json.RootElement.GetProperty("dong").GetArrayLength());
        Assert.Equal(rows.Count + 2, csv.Length);   // head and the empty end
        foreach (var (row, line, index) in rows.Select((row, index) => (row, json.RootElement.GetProperty("dong")[index], index)))
        {
            var number = line.GetProperty("da_nhan") is { ValueKind: JsonValueKind.Number } received ? received.GetInt32().ToString() : "";
            Assert.Equal(number == "" ? "ít" : number, row.QuerySelector("td")!.TextContent);
            Assert.Contains($",\"{number}\",", csv[index + 1], StringComparison.Ordinal);
        }
    }

    // Other tests send cases to the same portal meanwhile: read again until nothing came between.
    private async Task<(AngleSharp.Dom.IDocument Page, string[] Csv, JsonDocument Json)> AtOneMoment()
    {
        for (var turn = 0; ; turn++)
        {
            await portal.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(PublicCache.TagOf(portal.Site.Id), CancellationToken.None);
            var before = await Json();
            var page = await (await portal.Browser().Get("/phan-anh/cam-ket")).Read();
            var csv = (await (await portal.Browser().Get("/phan-anh/cam-ket.csv")).Content.ReadAsStringAsync()).Split("\r\n");
            var after = await Json();
            if (before.RootElement.GetProperty("dong").GetRawText() == after.RootElement.GetProperty("dong").GetRawText() || turn == 20)
            {
                return (page, csv, after);
            }
        }
    }

    private async Task<JsonDocument> Json() => JsonDocument.Parse(await (await portal.Browser().Get("/phan-anh/cam-ket.json")).Content.ReadAsStringAsync());

    [Theory]
    [InlineData("ky=2019-01")]
    [InlineData("ky=%27%3B+DROP")]
    [InlineData("ky=9999-99")]
    public async Task A_period_that_cannot_be_chosen_is_the_present_quarter(string query)
    {
        var answer = await portal.Browser().Get("/phan-anh/cam-ket?" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((await (await portal.Browser().Get("/phan-anh/cam-ket")).Read()).QuerySelector("h2")!.TextContent, (await answer.Read()).QuerySelector("h2")!.TextContent);
    }
}
