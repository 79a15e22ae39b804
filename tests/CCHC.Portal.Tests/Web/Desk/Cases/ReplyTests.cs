using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>An answer is written part by part, looked at, and in some units approved; what is typed is never lost.</summary>
public sealed class ReplyTests(PortalHost portal)
{
    private static readonly (string Name, string Value)[] Whole =
    [
        ("Checked", "Tổ quản lý đã đến xem tại chỗ sáng nay."), ("Conclusion", "Phản ánh đúng, bóng đèn bị cháy."), ("NextStep", "Thay bóng mới cho cả đoạn dốc."), ("By", "2026-11-27"), ("Contact", "Văn phòng, đọc mã theo dõi khi gọi."),
    ];

    [Fact]
    public async Task An_answer_is_looked_at_first_and_closes_the_case()
    {
        var code = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.vp");

        var preview = await officer.Send(To(code), Whole);
        Assert.Equal((HttpStatusCode.OK, FeedbackState.Assigned), (preview.StatusCode, (await portal.Kept(code)).State));
        var sent = await officer.Send(To(code), await preview.Read(), ("Do", "send"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var answered = await portal.Kept(code);
        Assert.Equal(FeedbackState.Answered, answered.State);
        var letter = Assert.Single(answered.Events, happened => happened is { Kind: CaseEventKind.Answered, IsPublic: true }).Text;
        Assert.All(Whole.Where(part => part.Name != "By"), part => Assert.Contains(part.Value, letter, StringComparison.Ordinal));
        Assert.Contains("27/11/2026", letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Checked")]
    [InlineData("Conclusion")]
    [InlineData("NextStep")]
    [InlineData("By")]
    [InlineData("Contact")]
    public async Task An_answer_that_lacks_a_part_is_refused_in_words_and_kept(string part)
    {
        var code = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.vp");

        var refused = await officer.Send(To(code), [.. Whole.Select(one => one.Name == part ? (one.Name, "") : one)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.Single(page.QuerySelectorAll($"main .esum a[href='#{part}']"));
        var other = Whole.First(one => one.Name is "Checked" or "Conclusion" && one.Name != part);
        Assert.Contains(other.Value, page.QuerySelector($"[name={other.Name}]")!.TextContent, StringComparison.Ordinal);
        var again = await (await officer.Get(To(code))).Read();
        Assert.Contains(other.Value, again.QuerySelector($"form[data-keep] [name={other.Name}]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tells_of_somebody_else_is_warned_of_and_goes_only_when_it_was_seen()
    {
        var code = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.vp");
        var parts = Whole.Select(one => one.Name == "Conclusion" ? (one.Name, "Ông Trần Văn Bình, số 0912 345 678, đã nhận lỗi.") : one).ToArray();
        var preview = await (await officer.Send(To(code), parts)).Read();
        Assert.Contains("0912 345 678", preview.QuerySelector("#Seen")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send(To(code), preview, ("Do", "send"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send(To(code), preview, ("Do", "send"), ("Seen", "true"))).StatusCode);
    }

    [Fact]
    public async Task In_a_unit_that_wants_it_the_head_approves_and_the_writer_cannot()
    {
        var code = await portal.Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");
        var preview = await (await officer.Send(To(code), Whole)).Read();
        await officer.Send(To(code), preview, ("Do", "send"));

        Assert.Equal(FeedbackState.Assigned, (await portal.Kept(code)).State);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Get($"/quan-tri/phan-anh/{code}/duyet-tra-loi")).StatusCode);
        var head = await portal.Browser().SignIn("truongphong.kt");
        Assert.Contains(code, (await (await head.Get("/quan-tri/phan-anh?hang=cho-toi-duyet")).Read()).QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send($"/quan-tri/phan-anh/{code}/duyet-tra-loi", ("Do", "return"))).StatusCode);
        await head.Send($"/quan-tri/phan-anh/{code}/duyet-tra-loi", ("Do", "return"), ("Text", "Nêu rõ ngày thay bóng."));
        var returned = await portal.Kept(code);
        Assert.Contains(returned.Events, happened => happened is { Kind: CaseEventKind.Returned, IsPublic: false });

        var second = await (await officer.Send(To(code), Whole)).Read();
        await officer.Send(To(code), second, ("Do", "send"));
        await head.Send($"/quan-tri/phan-anh/{code}/duyet-tra-loi", ("Do", "approve"));

        Assert.Equal(FeedbackState.Answered, (await portal.Kept(code)).State);
    }

    [Fact]
    public async Task A_head_who_wrote_the_answer_does_not_approve_it()
    {
        var code = await portal.Case("KT");
        var head = await portal.Browser().SignIn("truongphong.kt");
        var preview = await (await head.Send(To(code), Whole)).Read();
        await head.Send(To(code), preview, ("Do", "send"));

        var page = await head.Get($"/quan-tri/phan-anh/{code}/duyet-tra-loi");
        Assert.Empty((await page.Read()).QuerySelectorAll("button[value=approve]"));
        var token = (await page.Read()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forced = await head.Post($"/quan-tri/phan-anh/{code}/duyet-tra-loi", ("__RequestVerificationToken", token), ("Version", (await portal.Kept(code)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Do", "approve"));

        Assert.Equal(HttpStatusCode.NotFound, forced.StatusCode);
        Assert.True((await portal.Kept(code)).IsOpen);
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_shown_again_and_gone_once_it_is_sent()
    {
        var code = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.vp");
        var form = await (await officer.Get(To(code))).Read();
        var token = form.QuerySelector("form[data-keep] [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var kept = await officer.Post(To(code) + "/tu-luu", ("__RequestVerificationToken", token), ("Version", "0"), ("Do", "keep"), ("Checked", "Đang gõ dở câu này"));

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Contains("Đang gõ dở câu này", (await (await officer.Get("/quan-tri/phan-anh/" + code)).Read()).QuerySelector("form[data-keep] [name=Checked]")!.TextContent, StringComparison.Ordinal);
        var other = await portal.Browser().SignIn("daumoi");
        Assert.DoesNotContain("Đang gõ dở câu này", await (await other.Get(To(code))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var colleague = await portal.Browser().SignIn("canbo.mc");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Post(To(code) + "/tu-luu", ("__RequestVerificationToken", await TokenOf(colleague)), ("Checked", "x"))).StatusCode);
    }

    [Fact]
    public async Task A_template_begins_the_answer_and_never_replaces_what_was_typed()
    {
        var code = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.vp");
        var form = await (await officer.Get(To(code))).Read();
        var template = form.QuerySelectorAll("#mau option").First(option => option.TextContent.Contains("xử lý xong", StringComparison.Ordinal)).GetAttribute("value");
        await officer.Post(To(code) + "/tu-luu", ("__RequestVerificationToken", form.QuerySelector("form[data-keep] [name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Version", "0"), ("Checked", "Lời tôi viết trước"));

        var begun = await (await officer.Get($"{To(code)}?mau={template}")).Read();

        var checked_ = begun.QuerySelector("form[data-keep] [name=Checked]")!.TextContent;
        Assert.Contains("Lời tôi viết trước", checked_, StringComparison.Ordinal);
        Assert.Contains(code, checked_, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", checked_, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_with_an_unknown_variable_is_not_saved()
    {
        var intake = await portal.Browser().SignIn("daumoi");

        var refused = await intake.Send("/quan-tri/mau-tra-loi/moi", ("Name", "Mẫu thử"), ("Checked", "Chào {{ten-khach}}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("{{ten-khach}}", (await refused.Read()).QuerySelector(".esum")!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.Inside((_, db) => db.AnswerTemplates.AnyAsync(template => template.Name == "Mẫu thử")));

        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send("/quan-tri/mau-tra-loi/moi", ("Name", "Mẫu thử"), ("Checked", "Chào {{nguoi-gui}}"), ("IsOff", "true"))).StatusCode);
    }

    private static string To(string code) => $"/quan-tri/phan-anh/{code}/tra-loi";

    private static async Task<string> TokenOf(Browser browser) => (await (await browser.Get("/quan-tri")).Read()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
