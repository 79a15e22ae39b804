using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Web.Pages.Desk.Exchange;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Exchange;

/// <summary>A body is connected at the desk, hands messages in by its key, and is served by file where it has no program.</summary>
public sealed class ExchangeDoorTests : IAsyncLifetime
{
    private const string Door = "/lien-thong/1022/tin";
    private readonly PortalHost portal = PortalHost.With(("Exchange:OwnNetwork", "true"));
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        var administrator = await portal.Browser().SignIn("quantri");
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send("/quan-tri/lien-thong/them/sua", ("Name", "Tổng đài 1022 (mẫu)"), ("Code", "1022"), ("Address", ""), ("IsActive", "true"))).StatusCode);
        key = await NewKey(administrator);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_sample_of_the_guide_is_taken_and_a_changed_one_is_a_conflict()
    {
        var (first, again) = (await Hand(GuideModel.Sample), await Hand(GuideModel.Sample));
        var changed = await Hand(GuideModel.Sample.Replace("ba ngày", "bốn ngày", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode, changed.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("da_nhan", (string)JsonNode.Parse(await first.Content.ReadAsStringAsync())!["ket_qua"]![0]!["ket_qua"]!);
        Assert.Equal(1, await portal.Inside((_, db) => db.Feedback.CountAsync(one => one.Channel == IntakeChannel.Hotline1022)));
    }

    [Fact]
    public async Task Without_the_key_with_a_wrong_one_or_for_a_strange_body_the_answer_is_the_same()
    {
        var answers = new List<string>();
        foreach (var (door, given) in new[] { (Door, ""), (Door, "td_sai"), ("/lien-thong/khong-co/tin", key), (Door, key + "x") })
        {
            var answer = await Hand(GuideModel.Sample, given, door);
            answers.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.StartsWith("401", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_opens_at_once_the_old_one_a_few_days_and_not_after_it_was_ended()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        var fresh = await NewKey(administrator);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await Hand(GuideModel.Sample, fresh)).StatusCode, (await Hand(GuideModel.Sample, key)).StatusCode));

        await administrator.Send("/quan-tri/lien-thong/1022/khoa", ("Do", "end"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), ((await Hand(GuideModel.Sample, fresh)).StatusCode, (await Hand(GuideModel.Sample, key)).StatusCode));
        var kept = await portal.Inside((_, db) => db.ExchangePeers.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(fresh, Encoding.UTF8.GetString(kept.KeyHash), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("không phải JSON", HttpStatusCode.BadRequest)]
    [InlineData("""{"tin":[{}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"phien_ban":"1","tin":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"phien_ban":"1","tin":[{}],"la":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"phien_ban":"1","tin":[null,1,"x",{}]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"phien_ban":"1","tin":[{"viec":[[[[[[[[[[1]]]]]]]]]]}]}""", HttpStatusCode.BadRequest)]
    public async Task What_is_not_in_the_form_agreed_on_is_refused_with_words(string body, HttpStatusCode status)
    {
        var answer = await Hand(body);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("\"loi\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_before_it_is_read()
    {
        var (many, large) = (await Hand(Given.PeerFile([.. Enumerable.Range(0, 101).Select(number => Given.PeerCase($"{number}"))])), await Hand(new string(' ', 25 * 1024 * 1024)));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge), (many.StatusCode, large.StatusCode));
    }

    [Fact]
    public async Task A_body_without_a_program_is_served_by_files_both_ways()
    {
        var officer = await portal.Browser().SignIn("daumoi");
        var file = Encoding.UTF8.GetBytes(Given.PeerFile(Given.PeerCase("T-1"), Given.PeerAddition("T-9", "T-9-1")));
        var taken = await officer.SendFiles("/quan-tri/lien-thong/1022/nhan-tep", "File", [("tin.json", file)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("Đã nhận", (await taken.Read()).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var page = await Until(officer, page => page.QuerySelector("form[action$='da-giao']") is not null);
        var notices = JsonNode.Parse(await (await officer.Get("/quan-tri/lien-thong/1022/tep")).Content.ReadAsStringAsync())!["tin_bao"]!.AsArray();
        Assert.Contains(notices, notice => (string)notice!["viec"]! == "tiep_nhan" && (string)notice["so"]! == "T-1");
        Assert.Contains("T-9-1", page.Body!.TextContent, StringComparison.Ordinal);

        var mark = page.QuerySelector("input[name=Until]")!.GetAttribute("value")!;
        var given = await officer.Send("/quan-tri/lien-thong/1022", page, ("Until", mark));
        Assert.Contains("Đã ghi giao 2 tin", (await (await officer.Follow(given)).Read()).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(0, await portal.Inside((_, db) => db.ExchangeNotices.Waiting().CountAsync()));
        await officer.Post("/quan-tri/lien-thong/1022/da-xem");
    }

    [Fact]
    public async Task Who_runs_the_portal_sees_how_it_stands_and_nothing_of_any_case()
    {
        await Hand(GuideModel.Sample);
        var administrator = await portal.Browser().SignIn("quantri");

        var page = await (await administrator.Get("/quan-tri/lien-thong/1022")).Read();

        Assert.DoesNotContain("PA-", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Get("/quan-tri/lien-thong/1022/tep")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.Browser().SignIn("daumoi")).Get("/quan-tri/lien-thong/1022/khoa")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_no_address_is_told_so_and_what_was_typed_stays()
    {
        var administrator = await portal.Browser().SignIn("quantri");

        var answer = await administrator.Send("/quan-tri/lien-thong/1022/sua", ("Name", "Tổng đài"), ("Address", "ftp://x.vn"), ("IsActive", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("ftp://x.vn", (await answer.Read()).QuerySelector("#Address")!.GetAttribute("value"));
    }

    private static async Task<string> NewKey(Browser administrator) =>
        (await (await administrator.Send("/quan-tri/lien-thong/1022/khoa", ("Do", "new"))).Read()).QuerySelector(".said")!.TextContent.Trim();

    private async Task<AngleSharp.Dom.IDocument> Until(Browser officer, Func<AngleSharp.Dom.IDocument, bool> there)
    {
        for (var waits = 0; ; waits++)
        {
            var page = await (await officer.Get("/quan-tri/lien-thong/1022")).Read();
            if (there(page) || waits > 100)
            {
                return page;
            }
            await Task.Delay(200, TestContext.Current.CancellationToken);   // the job's own rhythm
        }
    }

    private Task<HttpResponseMessage> Hand(string body, string? given = null, string door = Door)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return portal.Browser().Say(HttpMethod.Post, door, content, ("Authorization", $"Bearer {given ?? key}"));
    }
}
