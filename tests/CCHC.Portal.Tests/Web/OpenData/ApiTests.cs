using System.Net;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Web.Api;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.OpenData;

/// <summary>What is published can be taken as data: whole, in pages, in both languages, described, and asked for only what is new.</summary>
public sealed class ApiTests(PortalHost portal) : IClassFixture<PortalHost>
{
    public static TheoryData<string> Sets => [.. DataSet.All.Select(set => set.Name)];

    [Theory, MemberData(nameof(Sets))]
    public async Task Every_set_is_walked_by_its_links_without_gap_or_double_and_stands_in_its_table_too(string name)
    {
        var set = DataSet.All.Single(set => set.Name == name);
        async Task<HashSet<Guid>> Live() => [.. (await portal.Inside((_, db) => db.Editions.AsNoTracking().Live().OfType(set.Type).Where(edition => edition.Culture == "vi").ToListAsync())).Where(edition => !edition.Body.IsGone).Select(edition => edition.ItemId)];
        var before = await Live();
        var (seen, next, rounds) = (new List<JsonElement>(), (string?)$"/api/v1/{name}?size=7", 0);
        while (next is not null && rounds++ < 60)
        {
            var page = await Json(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            Assert.Contains(portal.Site.Profile.BaseUrl, page.GetProperty("attribution").GetString(), StringComparison.Ordinal);
            next = page.GetProperty("links").GetProperty("next").GetString() is { } address ? new Uri(address).PathAndQuery : null;
        }
        var live = await Live();

        var ids = seen.Select(item => item.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(before.Intersect(live).Except(ids));   // the rest may be another test's
        Assert.Empty(ids.Except(before.Union(live)));
        var rows = await Table($"/api/v1/{name}.csv");
        Assert.Superset(ids.Select(id => id.ToString()).ToHashSet(), rows.Select(row => row["id"]).ToHashSet());
        Assert.True(set.RowsOfTable is null || rows.Count > ids.Count, $"{rows.Count} lines");
        if (seen.Count == 0)
        {
            return;
        }
        var first = seen[0];
        foreach (var way in new[] { first.GetProperty("id").GetString(), first.GetProperty("key").GetString() })
        {
            Assert.Equal(first.GetProperty("id").GetGuid(), (await Json($"/api/v1/{name}/{way}")).GetProperty("id").GetGuid());
        }
        Assert.All(first.GetProperty("files").EnumerateArray(), file => Assert.StartsWith(portal.Site.Profile.BaseUrl + "/tep/", file.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task A_word_nobody_knows_or_a_value_that_will_not_do_is_refused_with_words(string name)
    {
        foreach (var (query, parameter) in new[] { ("?trang=2", "trang"), ("?page=0", "page"), ("?size=101", "size"), ("?size=x", "size"), ("?language=fr", "language"), ("?updatedSince=hom-qua", "updatedSince"), ("?Page=2", "Page"), ("?page=1&page=2", "page"), ("?unit=" + new string('x', 101), "unit") })
        {
            await Json($"/api/v1/{name}");   // what lies ready is no answer to another question
            var answer = await portal.Browser().Get($"/api/v1/{name}{query}");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{query}: {(int)answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.True(JsonDocument.Parse(await answer.Text()).RootElement.GetProperty("errors").TryGetProperty(parameter, out _), query);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().Get($"/api/v1/{name}.csv?page=1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get($"/api/v1/{name}/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task Sets_are_narrowed_by_what_their_things_say()
    {
        var civil = Items(await Json("/api/v1/procedures?field=civilstatus&size=100"));
        var gone = Items(await Json("/api/v1/procedures?includeGone=true&size=100")).Count - Items(await Json("/api/v1/procedures?size=100")).Count;
        var code = civil[0].GetProperty("data").GetProperty("code").GetString();
        var english = Items(await Json("/api/v1/procedures?language=en&size=100"));

        Assert.NotEmpty(civil);
        Assert.All(civil, item => Assert.Equal("CivilStatus", item.GetProperty("data").GetProperty("field").GetString()));
        Assert.True(gone > 0);
        Assert.Equal(code, (await Json("/api/v1/procedures/" + code)).GetProperty("data").GetProperty("code").GetString());
        Assert.All(english, item => Assert.Equal("en", item.GetProperty("language").GetString()));
        Assert.All(english, item => Assert.StartsWith(portal.Site.Profile.BaseUrl + "/en/", item.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.Equal(Items(await Json("/en/api/v1/procedures?size=100")).Count, english.Count);
        Assert.Empty(Items(await Json("/api/v1/articles?updatedSince=2126-01-01")));
        Assert.NotEmpty(Items(await Json("/api/v1/articles?updatedSince=2020-01-01T00:00:00Z&topic=" + Items(await Json("/api/v1/articles?size=100")).First(item => item.GetProperty("topics").GetArrayLength() > 0).GetProperty("topics")[0].GetString())));
    }

    [Fact]
    public async Task What_is_new_is_there_at_once_what_is_known_is_not_sent_again_and_what_went_is_told()
    {
        var title = "=HYPERLINK(\"x\") Dữ liệu mới " + Random.Shared.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
        const string Address = "/api/v1/articles?size=1";
        var before = await portal.Browser().Get(Address, ("Origin", "https://data.example"));
        var known = await portal.Browser().Get(Address, ("If-None-Match", before.Header("ETag")));

        var edition = await portal.Publish(new Article(), title);
        var after = Items(await Json(Address))[0];
        var row = (await Table("/api/v1/articles.csv")).Single(row => row["id"] == edition.ItemId.ToString());
        await portal.Inside(async (_, db) =>
        {
            (await db.Editions.SingleAsync(one => one.Id == edition.Id)).Withdraw(Withdrawal.Gone("Sai."), TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        Assert.Equal("*", before.Header("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(title, after.GetProperty("title").GetString());
        Assert.StartsWith("'=", row["title"], StringComparison.Ordinal);   // no formula to a spreadsheet
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get($"/api/v1/articles/{edition.ItemId}")).StatusCode);
        var told = Items(await Json("/api/v1/withdrawn?updatedSince=2026-01-01&size=100")).Single(item => item.GetProperty("id").GetGuid() == edition.ItemId);
        Assert.Equal(["id", "set", "language", "withdrawnAt"], told.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_promise_board_is_the_same_as_data_and_as_a_table()
    {
        var board = await Json("/api/v1/figures/promises");
        var rows = await Table("/api/v1/figures/promises.csv?period=" + board.GetProperty("period").GetString());

        Assert.Equal("TONG", board.GetProperty("lines").EnumerateArray().Last().GetProperty("unit").GetString());
        Assert.Equal(board.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("received").ToString()), rows.Select(row => row["received"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().Get("/api/v1/figures/promises?period=1999-q1")).StatusCode);
    }

    [Fact]
    public async Task The_document_tells_every_address_every_word_and_every_field_and_answers_are_as_it_says()
    {
        var document = await Json("/api/v1/openapi.json");
        var (paths, schemas) = (document.GetProperty("paths"), document.GetProperty("components").GetProperty("schemas"));
        var silent = paths.EnumerateObject().SelectMany(path => path.Value.GetProperty("get").TryGetProperty("parameters", out var words) ? words.EnumerateArray().Where(word => !Says(word)).Select(word => $"{path.Name} {word.GetProperty("name")}") : [])
            .Concat(schemas.EnumerateObject().SelectMany(schema => schema.Value.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().Where(field => !Says(field.Value)).Select(field => $"{schema.Name}.{field.Name}") : []))
            .Concat(paths.EnumerateObject().Where(path => !path.Value.GetProperty("get").TryGetProperty("summary", out _)).Select(path => path.Name));
        House.Findings.None(silent);

        var index = await Json("/api/v1");
        foreach (var set in index.GetProperty("sets").EnumerateArray())
        {
            Assert.True(paths.TryGetProperty(new Uri(set.GetProperty("json").GetString()!).AbsolutePath, out _), set.ToString());
        }
        foreach (var set in DataSet.All)
        {
            var told = paths.GetProperty($"/api/v1/{set.Name}/{{id}}").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            if (Items(await Json($"/api/v1/{set.Name}?size=1")).FirstOrDefault() is { ValueKind: JsonValueKind.Object } item)
            {
                Assert.Equal(Names(schemas.GetProperty(told).GetProperty("properties")), Names(item));
                Assert.Equal(Names(schemas.GetProperty(set.Type.Body.Name).GetProperty("properties")), Names(item.GetProperty("data")));
            }
        }
    }

    [Fact]
    public async Task The_page_leads_to_every_set_and_every_address_on_it_answers()
    {
        foreach (var prefix in new[] { "", "/en" })
        {
            var page = await (await portal.Browser().Get(prefix + "/du-lieu-mo")).Read();
            var addresses = page.QuerySelectorAll("main a[href^='/api/'], main a[href^='/umbraco/'], main a[href$='.xml']").Select(link => link.GetAttribute("href")!).ToList();

            Assert.True(addresses.Count >= (2 * DataSet.All.Count) + 5, $"{addresses.Count} addresses");
            foreach (var address in addresses)
            {
                Assert.True((await portal.Browser().Get(address)).StatusCode == HttpStatusCode.OK, address);
            }
        }
        var lost = await portal.Browser().Get("/api/v2");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (lost.StatusCode, lost.Content.Headers.ContentType!.MediaType));
    }

    private async Task<JsonElement> Json(string address)
    {
        var answer = await portal.Browser().Get(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        return JsonDocument.Parse(await answer.Text()).RootElement;
    }

    private async Task<IReadOnlyList<IDictionary<string, string>>> Table(string address)
    {
        var answer = await portal.Browser().Get(address);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new CsvReader(new StreamReader(await answer.Content.ReadAsStreamAsync()), System.Globalization.CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Cast<IDictionary<string, object>>().Select(row => row.ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static IEnumerable<string> Names(JsonElement thing) => thing.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    private static bool Says(JsonElement thing) => thing.TryGetProperty("description", out var words) && words.GetString() is { Length: > 5 };
}
