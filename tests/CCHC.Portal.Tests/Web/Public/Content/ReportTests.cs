using System.Net;
using AngleSharp.Html.Dom;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Content;

public sealed class ReportTests(PortalHost portal)
{
    private const string Guide = "/huong-dan/thanh-toan-truc-tuyen";

    [Fact]
    public async Task A_report_is_kept_with_the_version_that_was_read_and_without_its_reader()
    {
        var text = Unique("Bước 3 thiếu chỗ nhập mã.");

        var answer = await Send(("Kind", "Unclear"), ("Text", text));

        Assert.Equal(Guide + "#da-bao", answer.Headers.Location?.ToString());
        var report = await portal.Inside((_, db) => db.MistakeReports.SingleAsync(report => report.Text == text));
        Assert.Equal((MistakeKind.Unclear, MistakeState.New, 1, "vi"), (report.Kind, report.State, report.Page.Number, report.Page.Culture));
        Assert.Matches("^[0-9a-f]{32}$", report.Device);
    }

    [Fact]
    public async Task The_form_sets_no_cookie_and_is_in_no_index()
    {
        var page = await portal.Browser().Get(await Address());

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("noindex", (await page.Read()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task What_is_missing_or_too_long_comes_back_with_what_was_typed()
    {
        var nothing = await Send();
        var wordless = await Send(("Kind", "Wrong"));
        var longText = new string('d', 1_001);
        var tooLong = await Send(("Kind", "Other"), ("Text", longText));

        Assert.All(new[] { nothing, wordless, tooLong }, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal("#Kind", (await nothing.Read()).QuerySelector(".esum a")!.GetAttribute("href"));
        Assert.Equal("#Text", (await wordless.Read()).QuerySelector(".esum a")!.GetAttribute("href"));
        Assert.NotNull((await wordless.Read()).QuerySelector("input[value=Wrong][checked]"));
        Assert.Equal(longText, ((IHtmlTextAreaElement)(await tooLong.Read()).QuerySelector("#Text")!).Value);
    }

    [Fact]
    public async Task A_dead_number_needs_no_words() => Assert.Equal(HttpStatusCode.Found, (await Send(("Kind", "NumberDead"))).StatusCode);

    [Fact]
    public async Task What_seems_a_denunciation_is_not_kept_and_goes_with_its_words_to_the_sealed_form()
    {
        var text = Unique("Ông A ở quầy nhận tiền phong bì.");
        var reader = portal.Browser();

        var answer = await reader.Post("/y-kien/bao-sai", await Fields(("Kind", "Other"), ("Text", text)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await portal.Inside((_, db) => db.MistakeReports.CountAsync(report => report.Text == text)));
        var page = await answer.Read();
        var door = (IHtmlFormElement)page.QuerySelector(".notice-box form")!;
        Assert.Equal("/phan-anh/gui", door.GetAttribute("action"));

        var form = await reader.Post("/phan-anh/gui", [.. door.Elements.OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value)), ("Go", "stay")]);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        var send = await form.Read();
        Assert.Equal(text, ((IHtmlTextAreaElement)send.QuerySelector("#Form_Message")!).Value);
        Assert.NotNull(send.QuerySelector("input[name='Form.Kind'][value=Denunciation][checked]"));
    }

    [Fact]
    public async Task What_seems_feedback_is_shown_the_other_door_and_still_taken_when_meant()
    {
        var text = Unique("Hồ sơ của tôi nộp ba tuần chưa giải quyết, trang ghi 5 ngày.");

        var asked = await Send(("Kind", "Wrong"), ("Text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Chuyển sang gửi phản ánh", await asked.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await Count(text));

        Assert.Equal(HttpStatusCode.Found, (await Send(("Kind", "Wrong"), ("Text", text), ("Sure", "true"))).StatusCode);
        Assert.Equal(1, await Count(text));
    }

    [Fact]
    public async Task Being_sure_opens_no_way_around_the_sealed_form()
    {
        var text = Unique("Cán bộ đòi tiền lót tay.");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(("Kind", "Other"), ("Text", text), ("Sure", "true"))).StatusCode);
        Assert.Equal(0, await Count(text));
    }

    [Fact]
    public async Task A_filled_honeypot_and_another_sites_form_bring_nothing_in()
    {
        var text = Unique("Mua ngay hôm nay.");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(("Kind", "Other"), ("Text", text), ("Website", "http://x.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().Post("/y-kien/bao-sai", await Fields(("Kind", "Other"), ("Text", text)), [("Sec-Fetch-Site", "cross-site")])).StatusCode);
        Assert.Equal(0, await Count(text));
    }

    [Fact]
    public async Task Hidden_letters_are_taken_out_and_markup_stays_text()
    {
        var mark = Random.Shared.Next().ToString();

        await Send(("Kind", "Other"), ("Text", $"\u202E<script>alert({mark})</script>"));

        Assert.Equal($"<script>alert({mark})</script>", (await portal.Inside((_, db) => db.MistakeReports.SingleAsync(report => report.Text.Contains(mark)))).Text);
        var officer = await portal.Browser().SignIn("bientap");
        Assert.DoesNotContain($"<script>alert({mark})", await (await officer.Get("/quan-tri/noi-dung/ban-doc-bao")).Text(), StringComparison.Ordinal);
    }

    private static string Unique(string text) => $"{text} ({Random.Shared.Next()})";

    private async Task<HttpResponseMessage> Send(params (string, string)[] typed) => await portal.Browser().Post("/y-kien/bao-sai", await Fields(typed));

    private async Task<(string, string)[]> Fields(params (string, string)[] typed)
    {
        var (item, number) = await Edition();
        return [("trang", ReadPage.KeyOf(item)), ("ban", number.ToString()), ("tieng", "vi"), .. typed];
    }

    private async Task<string> Address()
    {
        var (item, number) = await Edition();
        return $"/y-kien/bao-sai?trang={ReadPage.KeyOf(item)}&ban={number}&tieng=vi";
    }

    private Task<(Guid, int)> Edition() => portal.Inside(async (_, db) =>
    {
        var slug = Guide.Split('/')[^1];
        var live = await db.Editions.Live().SingleAsync(edition => edition.Slug == slug && edition.Culture == "vi");
        return (live.ItemId, live.Number);
    });

    private Task<int> Count(string text) => portal.Inside((_, db) => db.MistakeReports.CountAsync(report => report.Text == text));
}
