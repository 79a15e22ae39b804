using System.Net;
using AngleSharp.Dom;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Web.Desk.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>The form asks what the chosen kind and field need, keeps the answers apart from each other, and shows them to those they concern.</summary>
public sealed class SendQuestionsTests(PortalHost portal)
{
    private const string Form = "/phan-anh/gui", Dossier = "A.ma-ho-so", Holder = "A.nguoi-dung-ten";

    [Fact]
    public async Task A_question_stands_in_the_form_for_its_kind_and_field_only()
    {
        var land = await (await portal.Browser().Get(Form + "?loai=Report&linh-vuc=Land")).Read();
        var praise = await (await portal.Browser().Get(Form + "?loai=Praise&linh-vuc=Land")).Read();
        var complaint = await (await portal.Browser().Get(Form + "?loai=AdministrativeComplaint&linh-vuc=Land")).Read();
        var nothing = await (await portal.Browser().Get(Form)).Read();
        var english = await (await portal.Browser().Get("/en" + Form + "?loai=Report&linh-vuc=Land")).Read();

        Assert.NotNull(Asked(land, Dossier));
        Assert.Null(Asked(praise, Dossier));
        Assert.NotNull(Asked(praise, "A.khen-ai"));
        Assert.Contains("90 ngày", complaint.QuerySelector("[data-asked] > .notice-box")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(nothing.QuerySelectorAll("[data-asked] > [data-q]"));
        Assert.Contains("Dossier number", english.QuerySelector("label[for='A_ma-ho-so']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_questions_come_after_the_choice_was_sent_and_then_the_form_goes_on()
    {
        var browser = portal.Browser();

        var asked = await (await browser.Send(Form, ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", "Hồ sơ quá hẹn"), ("Step", "1"), ("Go", "next"))).Read();

        Assert.Equal("1", asked.QuerySelector("input[name=Step]")!.GetAttribute("value"));
        Assert.NotNull(Asked(asked, Dossier));
        Assert.Contains("Thêm vài câu hỏi", asked.QuerySelector(".asked [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hồ sơ quá hẹn", asked.QuerySelector("#Form_Message")!.TextContent, StringComparison.Ordinal);

        var who = await (await browser.Send(Form, asked, (Dossier, "000.00.31.H24-260215-0012"), ("Go", "next"))).Read();

        Assert.Equal("2", who.QuerySelector("input[name=Step]")!.GetAttribute("value"));
        Assert.Equal("000.00.31.H24-260215-0012", who.QuerySelector($"input[name='{Dossier}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_wrong_dossier_number_is_refused_in_its_own_words_and_nothing_typed_is_lost()
    {
        var refused = await portal.Browser().Send(Form, [.. Chosen("Land", "Chưa có kết quả"), (Dossier, "chưa rõ"), ("A.ngay-hen", "32/13/2026"), ("Step", "3"), ("Go", "send"), ("Form.Agreed", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.Contains("chép đúng như trên giấy hẹn", page.QuerySelector("#A_ma-ho-so-e")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".esum a[href='#A_ma-ho-so']"));
        Assert.NotNull(page.QuerySelector(".esum a[href='#A_ngay-hen']"));
        Assert.Equal(("chưa rõ", "32/13/2026"), (Asked(page, Dossier)!.GetAttribute("value"), Asked(page, "A.ngay-hen")!.GetAttribute("value")));
        Assert.Equal("1", page.QuerySelector("input[name=Step]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_field_keeps_what_its_questions_share_says_what_is_left_out_and_gives_it_back()
    {
        var browser = portal.Browser();
        var changed = await (await browser.Send(Form, [.. Chosen("Construction", "Đổi lĩnh vực"), (Dossier, "H24-77"), ("A.thua-dat", "tờ 12, thửa 345"), ("Step", "1"), ("Go", "stay")])).Read();

        Assert.Equal("H24-77", Asked(changed, Dossier)!.GetAttribute("value"));
        Assert.Null(Asked(changed, "A.thua-dat"));
        Assert.Contains("Số tờ bản đồ", changed.QuerySelector("[data-left]")!.TextContent, StringComparison.Ordinal);

        var check = await (await browser.Send(Form, changed, ("Step", "2"), ("Go", "next"))).Read();
        Assert.Contains("H24-77", check.QuerySelector(".summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("thửa 345", check.QuerySelector(".summary-list")!.TextContent, StringComparison.Ordinal);

        var back = await (await browser.Send(Form, changed, ("Form.Field", "Land"), ("Go", "stay"))).Read();
        Assert.Equal("tờ 12, thửa 345", Asked(back, "A.thua-dat")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Answers_are_kept_with_the_case_and_shown_to_its_sender_and_its_officers_and_what_is_personal_only_on_record()
    {
        var citizen = portal.Browser();
        var review = await (await citizen.Send(Form, [.. Chosen("Land", $"Hồ sơ tách thửa quá hẹn ({Guid.CreateVersion7():n})"), (Dossier, "H24-88"), (Holder, "Bùi Thị Mẫu"), ("A.phieu-xin-loi", "Không"), ("A.ngay-hen", "8-11-2026"), ("Step", "2"), ("Go", "next")])).Read();
        Assert.Contains("Bùi Thị Mẫu", review.QuerySelector(".summary-list")!.TextContent, StringComparison.Ordinal);

        var receipt = await (await citizen.Follow(await citizen.Send(Form, review, ("Form.Agreed", "true"), ("Go", "send")))).Read();

        var codes = receipt.QuerySelectorAll(".code-box b").Select(box => box.TextContent).ToList();
        var kept = await portal.Inside((_, db) => db.Feedback.AsNoTracking().SingleAsync(feedback => feedback.ReferenceCode == codes[0]));
        Assert.Equal([("ma-ho-so", "H24-88"), ("ngay-hen", "08/11/2026"), ("phieu-xin-loi", "Không"), ("nguoi-dung-ten", "")], kept.GivenAnswers().Select(answer => (answer.Code, answer.Text)));
        Assert.Contains("H24-88", receipt.QuerySelector(".kv")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bùi Thị Mẫu", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mã hồ sơ: H24-88", await (await citizen.Get("/phan-anh/bien-nhan/tai-ve")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var tracked = await (await citizen.Follow(await citizen.Send("/phan-anh/tra-cuu", ("Code", codes[0]), ("Secret", codes[1])))).Read();
        Assert.Contains("H24-88", tracked.QuerySelector(".given")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bùi Thị Mẫu", tracked.QuerySelector(".given")!.TextContent, StringComparison.Ordinal);   // the sender's own words
        Assert.Contains("Bùi Thị Mẫu", await (await citizen.Get("/phan-anh/theo-doi/du-lieu.json")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var officer = await portal.Browser().SignIn("daumoi");
        var desk = await (await officer.Get("/quan-tri/phan-anh/" + codes[0])).Read();
        Assert.Contains("H24-88", desk.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(GivenAnswer.Covered, desk.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bùi Thị Mẫu", desk.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(codes[0], (await (await officer.Get("/quan-tri/phan-anh?q=H24-88")).Read()).Body!.TextContent, StringComparison.Ordinal);

        var token = (await (await officer.Get("/quan-tri/phan-anh/" + codes[0])).Read()).QuerySelector("form[action$='/nguoi-gui'] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var revealed = await (await officer.Post($"/quan-tri/phan-anh/{codes[0]}/nguoi-gui", ("__RequestVerificationToken", token))).Read();
        Assert.Contains("Bùi Thị Mẫu", revealed.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await portal.Inside((_, db) => db.CaseEvents.AnyAsync(happened => happened.FeedbackId == kept.Id && happened.Kind == CaseEventKind.Revealed)));
    }

    [Fact]
    public async Task Answers_of_a_denunciation_are_in_the_sealed_store_and_nowhere_else()
    {
        var mark = Guid.CreateVersion7().ToString("n");
        var browser = portal.Browser();
        var receipt = await (await browser.Follow(await browser.Send(Form, ("Form.Kind", "Denunciation"), ("Form.Field", "Land"), ("Form.Message", "Chuyện đất đai " + mark), ("A.bang-chung", "Có"), ("Form.Agreed", "true"), ("Step", "3"), ("Go", "send")))).Read();
        var code = receipt.QuerySelector(".code-box b")!.TextContent;

        Assert.False(await portal.Inside((_, db) => db.Feedback.AnyAsync(feedback => feedback.ReferenceCode == code || feedback.Given.Contains("bang-chung"))));
        var content = await portal.Inside(async (services, _) =>
        {
            var kept = await services.GetRequiredService<SealedDb>().Cases.AsNoTracking().SingleAsync(one => one.ReferenceCode == code);
            return services.GetRequiredService<SealedVault>().For(kept).Unlock<SealedContent>(kept.Box, SealedCase.Purpose);
        });
        Assert.Equal("Có", Assert.Single(content.Answers).Text);
    }

    [Fact]
    public async Task Words_of_wrong_doing_in_an_answer_seal_the_whole_and_those_of_danger_stop_the_form()
    {
        var browser = portal.Browser();
        var told = await (await browser.Send(Form, [.. Chosen("Land", "Hồ sơ chậm"), ("A.ten-thu-tuc", "cán bộ địa chính nhận hối lộ của tôi năm triệu"), ("Step", "2"), ("Go", "next")])).Read();

        Assert.Contains("kho kín", told.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);

        var stopped = await (await browser.Send(Form, [.. Chosen("Transport", "Chuyến phà tối nay"), ("A.tuyen", "tàu bị lật tàu, người đang kêu cứu"), ("Step", "1"), ("Go", "next")])).Read();
        Assert.NotNull(stopped.QuerySelector(".urgent-n"));
    }

    [Fact]
    public async Task The_counter_asks_the_same_questions_and_prints_the_answers()
    {
        var officer = await portal.Browser().SignIn("canbo.mc");
        (string, string)[] said = [("Channel", "Counter"), ("Form.Message", $"Chờ lâu ở quầy ({Guid.CreateVersion7():n})"), ("Form.Kind", "Report"), ("Form.Field", "OneStop"), ("Form.Agreed", "true")];

        var asked = await (await officer.Send("/quan-tri/tiep-nhan", [.. said, ("Go", "ask")])).Read();
        Assert.NotNull(Asked(asked, "A.noi-den"));
        var refused = await officer.Send("/quan-tri/tiep-nhan", asked, (Dossier, "???"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await refused.Read()).QuerySelector(".esum a[href='#A.ma-ho-so']"));

        var done = await (await officer.Follow(await officer.Send("/quan-tri/tiep-nhan", asked, ("A.noi-den", "Cơ sở Cát Bà"), ("A.quay", "quầy 3")))).Read();

        var kept = await portal.Kept(done.QuerySelector(".done .code-box b")!.TextContent);
        Assert.Equal(["Cơ sở Cát Bà", "quầy 3"], kept.GivenAnswers().Select(answer => answer.Text));
        Assert.Contains("quầy 3", (await (await officer.Get("/quan-tri/tiep-nhan/bien-nhan?kho=a5")).Read()).QuerySelector("article.slip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_covered_is_covered_in_answers_too_and_erasing_the_sender_erases_what_was_personal()
    {
        var vault = portal.Server.Services.GetRequiredService<Vault>();
        var feedback = Given.FeedbackWithAnswers(vault, new("ma", "Mã", "", "H24-99"), new("ten", "Tên", "", "Lê Mẫu", IsPersonal: true));
        Assert.Equal("Lê Mẫu", feedback.GivenAnswers(vault)[1].Text);

        var original = feedback.Redact(["H24-99"], "lộ mã", Guid.CreateVersion7(), Given.Morning, vault);
        feedback.EraseIdentity(null, Given.Morning);

        Assert.NotNull(original);
        Assert.DoesNotContain("H24-99", feedback.Given, StringComparison.Ordinal);
        Assert.Equal(("", GivenAnswer.Covered), (feedback.GivenAnswers(vault)[1].Text, feedback.GivenAnswers(vault)[1].Shown));
    }

    // What the form itself asks now; the questions of other choices wait in the template.
    private static IElement? Asked(IDocument page, string name) => page.QuerySelectorAll($"[name='{name}']").FirstOrDefault(control => control.GetAttribute("type") != "hidden");

    private static (string, string)[] Chosen(string field, string message) => [("Form.Kind", "Report"), ("Form.Field", field), ("Form.Message", message)];
}
