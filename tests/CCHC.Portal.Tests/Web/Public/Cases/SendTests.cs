using System.Net;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Web.Pages.Public.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>The form takes what people type and loses none of it, whatever they type.</summary>
public sealed class SendTests(PortalHost portal)
{
    private const string Form = "/phan-anh/gui", Lookup = "/phan-anh/tra-cuu";

    [Fact]
    public async Task An_empty_message_comes_back_with_its_error_and_everything_else()
    {
        var response = await portal.Browser().Send(Form, ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", ""), ("Form.Place", "Bến Bèo"), ("Go", "next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.Read();
        Assert.NotNull(page.QuerySelector(".esum a[href='#Form_Message']"));
        Assert.Contains("Hãy viết nội dung", page.QuerySelector("#Form_Message-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bến Bèo", page.QuerySelector("#Form_Place")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_hundred_thousand_characters_are_refused_with_words_and_come_back_whole()
    {
        var endless = new string('ạ', 200_000);

        var response = await portal.Browser().Send(Form, ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", endless), ("Go", "next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(endless.Length, (await response.Read()).QuerySelector("#Form_Message")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task Decomposed_letters_are_kept_composed_and_hidden_ones_dropped()
    {
        var (code, _) = await Sent("Đường\u202E vào bến bị hỏng\u0007".Normalize(NormalizationForm.FormD));

        var kept = await portal.Inside((_, db) => db.Feedback.AsNoTracking().SingleAsync(feedback => feedback.ReferenceCode == code));

        Assert.Equal("Đường vào bến bị hỏng", kept.Message);
    }

    [Fact]
    public async Task A_program_named_like_a_picture_is_refused_by_what_it_is_and_the_text_stays()
    {
        var browser = portal.Browser();
        var page = await (await browser.Get(Form)).Read();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Step", "1"), ("Go", "next"), ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", "Ảnh chụp tại quầy") })
        {
            form.Add(new StringContent(value), name);
        }
        form.Add(new ByteArrayContent([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF]), "Files", "anh.jpg");

        var response = await browser.Post(Form, form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var answer = await response.Read();
        Assert.Contains("anh.jpg", answer.QuerySelector("#Files-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ảnh chụp tại quầy", answer.QuerySelector("#Form_Message")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_routing_table_decides_the_unit_and_what_it_does_not_know_waits_for_a_person()
    {
        var (unknown, _) = await Sent("Không rõ thuộc việc gì", ("Form.Field", "Other"));

        var waiting = await portal.Inside((_, db) => db.Feedback.AsNoTracking().SingleAsync(feedback => feedback.ReferenceCode == unknown));

        Assert.Equal((FeedbackState.InTriage, (Guid?)null), (waiting.State, waiting.UnitId));
    }

    [Fact]
    public async Task An_unknown_code_and_a_wrong_secret_are_told_the_same()
    {
        var (code, _) = await Sent("Hồ sơ chưa có kết quả");

        // Both well-formed: only the database could tell them apart.
        var wrong = await portal.Browser().Send(Lookup, ("Code", code), ("Secret", "3333-3333-3333-3333"));
        var unknown = await portal.Browser().Send(Lookup, ("Code", "PA-3333-3333"), ("Secret", "3333-3333-3333-3333"));

        Assert.Equal((wrong.StatusCode, HttpStatusCode.UnprocessableEntity), (unknown.StatusCode, unknown.StatusCode));
        Assert.Equal(Bare(await wrong.Content.ReadAsStringAsync(), code), Bare(await unknown.Content.ReadAsStringAsync(), "PA-3333-3333"));
    }

    [Fact]
    public async Task Words_of_danger_stop_the_form_for_the_telephone_and_it_goes_on_when_told_so()
    {
        var stopped = await (await portal.Browser().Send(Form, ("Form.Kind", "Report"), ("Form.Field", "Other"), ("Form.Message", "Có tàu bị lật tàu ngoài bến, người đang kêu cứu"), ("Step", "1"), ("Go", "next"))).Read();

        Assert.Equal(["tel:113", "tel:114", "tel:115"], stopped.QuerySelectorAll(".urgent-n a").Select(link => link.GetAttribute("href")!));
        Assert.Contains("lật tàu", stopped.QuerySelector("textarea[name='Form.Message']")!.TextContent, StringComparison.Ordinal);

        var goes = await (await portal.Browser().Send(Form, ("Form.Kind", "Report"), ("Form.Field", "Other"), ("Form.Message", "Hôm kia có tàu bị lật tàu, nay hỏi bồi thường"), ("Step", "1"), ("Go", "calm"))).Read();

        Assert.Equal("2", goes.QuerySelector("input[name=Step]")!.GetAttribute("value"));
        Assert.Equal("true", goes.QuerySelector("input[name='Form.IsCalm']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Denunciation")]
    [InlineData("Report")]
    public async Task Every_door_is_open_from_every_other_and_what_was_typed_stays(string kind)
    {
        var page = await (await portal.Browser().Send(Form, ("Form.Kind", kind), ("Form.Message", "Chữ đã gõ còn nguyên"), ("Step", "2"), ("Go", "step-1"))).Read();

        Assert.Equal(7, page.QuerySelectorAll("input[name='Form.Kind']").Length);
        Assert.Equal(kind, page.QuerySelector("input[name='Form.Kind'][checked]")!.GetAttribute("value"));
        Assert.Contains("Chữ đã gõ còn nguyên", page.QuerySelector("#Form_Message")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_in_a_code_is_called_a_slip_and_not_an_unknown_case()
    {
        var (code, secret) = await Sent("Hồ sơ chưa có kết quả, mã gõ nhầm");
        var slip = code[..^1] + (code[^1] == '3' ? '4' : '3');

        var wrongCode = await (await portal.Browser().Send(Lookup, ("Code", slip), ("Secret", secret))).Read();
        var wrongSecret = await (await portal.Browser().Send(Lookup, ("Code", code), ("Secret", secret[..^1]))).Read();

        Assert.Contains("một ký tự gõ sai", wrongCode.QuerySelector("#Code-e")!.TextContent, StringComparison.Ordinal);
        Assert.Null(wrongCode.QuerySelector("#Secret-e"));
        Assert.Contains("thiếu hoặc thừa", wrongSecret.QuerySelector("#Secret-e")!.TextContent, StringComparison.Ordinal);
        Assert.Null(wrongSecret.QuerySelector("#Code-e"));
    }

    [Fact]
    public async Task The_receipt_gives_both_codes_on_the_page_and_as_a_file_and_its_picture_only_the_public_one()
    {
        var browser = portal.Browser();
        var receipt = await (await browser.Follow(await browser.Send(Form, Values("Muốn giữ mã cẩn thận")))).Read();
        var (code, secret) = (receipt.QuerySelectorAll(".code-box b")[0].TextContent, receipt.QuerySelectorAll(".code-box b")[1].TextContent);

        var file = await (await browser.Get("/phan-anh/bien-nhan/tai-ve")).Content.ReadAsStringAsync();

        Assert.Contains(code, file, StringComparison.Ordinal);
        Assert.Contains(secret, file, StringComparison.Ordinal);
        Assert.NotNull(receipt.QuerySelector("svg.qr path"));
        Assert.Equal(code, (await (await browser.Get("/phan-anh/tra-cuu?ma=" + code)).Read()).QuerySelector("#Code")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_says_the_codes_are_saved_sees_the_case_and_this_browser_forgets_the_receipt()
    {
        var browser = portal.Browser();
        await browser.Send(Form, Values("Đã chép mã ra giấy"));

        var opened = await (await browser.Follow(await browser.Send("/phan-anh/bien-nhan"))).Read();

        Assert.Contains("Đã chép mã ra giấy", opened.QuerySelector(".tl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/phan-anh/bien-nhan")).StatusCode);
    }

    [Fact]
    public async Task Both_codes_open_the_case_and_an_internal_note_is_never_on_it()
    {
        var (code, secret) = await Sent("Hồ sơ quá hẹn tám ngày");
        await portal.Inside(async (_, db) =>
        {
            var feedback = await db.Feedback.SingleAsync(f => f.ReferenceCode == code);
            feedback.Note("Chuyện trong phòng, không cho dân biết", Guid.CreateVersion7(), feedback.ReceivedAt);
            return await db.SaveChangesAsync();
        });

        var browser = portal.Browser();
        var opened = await browser.Follow(await browser.Send(Lookup, ("Code", code.ToLowerInvariant()), ("Secret", secret.Replace("-", " ", StringComparison.Ordinal))));

        var page = await opened.Read();
        Assert.Contains("Hồ sơ quá hẹn tám ngày", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Chuyện trong phòng", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspected_denunciation_is_told_so_and_is_in_no_list_search_or_look_up()
    {
        const string words = "Cán bộ địa chính nhận tiền của tôi năm lần rồi mới làm hồ sơ";
        var browser = portal.Browser();
        var check = await (await browser.Send(Form, Values(words, ("Step", "2"), ("Go", "next")))).Read();
        Assert.Contains("kho kín", check.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);

        var receipt = await (await browser.Follow(await browser.Send(Form, check, ("Form.Agreed", "true"), ("Go", "send")))).Read();

        var code = receipt.QuerySelector(".code-box b")!.TextContent;
        Assert.Equal(0, await portal.Inside((_, db) => db.Feedback.CountAsync(feedback => feedback.ReferenceCode == code || feedback.Message == words)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().Send(Lookup, ("Code", code), ("Secret", "3333-4444-6666-7777"))).StatusCode);   // with its own secret it opens a mailbox (SealedReadersTests), never a case
        var intake = await portal.Browser().SignIn("daumoi");
        var found = await (await intake.Get("/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + Uri.EscapeDataString("địa chính nhận tiền"))).Read();
        Assert.DoesNotContain(code, found.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Get("/quan-tri/phan-anh/" + code)).StatusCode);
    }

    [Fact]
    public async Task What_belongs_under_seal_is_not_added_to_an_ordinary_case_and_comes_back()
    {
        const string words = "Thêm: cán bộ ấy nhận hối lộ của nhà bên";
        var (code, secret) = await Sent("Hồ sơ vẫn chưa có tin");
        var browser = portal.Browser();
        await browser.Send(Lookup, ("Code", code), ("Secret", secret));

        var refused = await browser.Send("/phan-anh/theo-doi/bo-sung", ("More", words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(words, (await refused.Read()).QuerySelector("#More")!.TextContent.Trim());
        Assert.Equal(0, await portal.Inside((_, db) => db.CaseEvents.CountAsync(happened => happened.Text == words)));
    }

    [Fact]
    public async Task The_same_form_sent_again_is_one_case_and_with_a_file_or_an_address_more_it_is_not_called_received_and_lost()
    {
        var key = ("Key", Guid.CreateVersion7().ToString("n"));
        var (first, _) = await Sent("Cống tắc ở ngõ 3", key);
        var (again, _) = await Sent("Cống tắc ở ngõ 3", key);
        Assert.Equal(first, again);

        var (reachable, _) = await Sent("Cống tắc ở ngõ 3", key, ("Form.Email", "mai@example.vn"));
        var (shown, _) = await Sent("Cống tắc ở ngõ 3", key, ("Kept", await Ticket("anh.jpg")));

        Assert.Equal(3, new[] { first, reachable, shown }.Distinct().Count());
        Assert.Equal("anh.webp", await portal.Inside((_, db) => db.Feedback.Where(feedback => feedback.ReferenceCode == shown).SelectMany(feedback => feedback.Attachments).Select(file => file.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_is_no_more_on_the_disk_is_said_and_not_named_in_a_case()
    {
        var gone = portal.Services.GetRequiredService<SendFiles>().Seal(portal.Site.Id, new SentFile("00/mat.jpg", "mat.jpg", "image/jpeg", 10));

        var refused = await portal.Browser().Send(Form, Values("Ảnh đã mất", ("Kept", gone)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("mat.jpg", (await refused.Read()).QuerySelector("#Files-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Inside((_, db) => db.Feedback.CountAsync(feedback => feedback.Message == "Ảnh đã mất")));
    }

    private Task<string> Ticket(string name) => portal.Inside(async (services, _) =>
    {
        var bytes = Pictures.WithPlaceAndOrientation(1);
        var drafts = services.GetRequiredService<DraftFiles>();
        return services.GetRequiredService<SendFiles>().Seal(portal.Site.Id, await drafts.Keep(await drafts.Check(new MemoryStream(bytes), name, bytes.Length, CancellationToken.None), CancellationToken.None));
    });

    private async Task<(string Code, string Secret)> Sent(string words, params (string, string)[] other)
    {
        var browser = portal.Browser();
        var receipt = await (await browser.Follow(await browser.Send(Form, Values(words, other)))).Read();
        var codes = receipt.QuerySelectorAll(".code-box b").Select(box => box.TextContent).ToList();
        return (codes[0], codes[1]);
    }

    // Without what was typed and the form's own token.
    private static string Bare(string page, string code) =>
        System.Text.RegularExpressions.Regex.Replace(page, "name=\"__RequestVerificationToken\"[^>]*>", "").Replace(code, "…", StringComparison.Ordinal);

    private static (string, string)[] Values(string words, params (string Name, string Value)[] other) =>
    [
        .. new[] { ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", words), ("Form.Agreed", "true"), ("Step", "3"), ("Go", "send") }
            .Where(field => other.All(one => one.Name != field.Item1)),
        .. other,
    ];
}
