using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Tests.Web.Public.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Published;

/// <summary>An answered case reaches the public covered, by two people and with consent; and leaves it the moment consent is gone.</summary>
public sealed class PublishingAnswersTests(PortalHost portal)
{
    private const string List = "/phan-anh/cong-khai";
    private static readonly Guid Officer = Guid.CreateVersion7();

    [Fact]
    public async Task Without_consent_or_answer_there_is_nothing_to_propose()
    {
        var refused = await portal.OpenedCase(feedback => feedback.Answer("Đã xong.", Officer, feedback.ReceivedAt.AddDays(1), Given.Terms().Calendar));
        var open = await portal.OpenedCase(feedback => feedback.Consent(true, feedback.ReceivedAt));
        var officer = await portal.Browser().SignIn("canbo.kt");

        foreach (var own in new[] { refused, open })
        {
            var page = await (await officer.Get($"/quan-tri/phan-anh/{own.Code}/de-nghi-cong-khai")).Read();
            Assert.NotNull(page.QuerySelector(".flash.wa"));
            Assert.Null(page.QuerySelector("input[name=Heading]"));
        }
    }

    [Fact]
    public async Task What_is_personal_is_suggested_word_by_word_and_only_what_was_refused_stays()
    {
        var (own, mark) = await Answered();
        var officer = await portal.Browser().SignIn("canbo.kt");
        var page = await (await officer.Get($"/quan-tri/phan-anh/{own.Code}/de-nghi-cong-khai")).Read();

        var suggested = page.QuerySelectorAll(".covers mark").Select(found => found.TextContent).ToList();
        Assert.Contains("0912 345 678", suggested);
        Assert.Contains(suggested, words => words.Contains("Thắng", StringComparison.Ordinal));
        var shown = await (await officer.Send($"/quan-tri/phan-anh/{own.Code}/de-nghi-cong-khai", page, ("Heading", "Đèn hỏng " + mark), ("Go", "look"), ("More", "quán Cây Bàng"))).Read();

        var preview = shown.QuerySelector("#xem-thu")!.TextContent;
        Assert.Contains("[số điện thoại]", preview, StringComparison.Ordinal);
        Assert.Contains("[đã che]", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Cây Bàng", preview, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Inside((_, db) => db.PublicAnswers.CountAsync(answer => answer.FeedbackId == own.Case.Id)));
    }

    [Fact]
    public async Task Who_proposed_never_approves_and_a_second_person_does()
    {
        var (own, mark) = await Answered();
        var id = await Proposed(own, mark, "daumoi");
        var proposer = await portal.Browser().SignIn("daumoi");
        Assert.Equal(HttpStatusCode.Conflict, (await proposer.Send($"/quan-tri/cong-khai/{id:n}", ("Go", "yes"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get((await Kept(id)).Address)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.Browser().SignIn("truongphong.kt")).Send($"/quan-tri/cong-khai/{id:n}", ("Go", "yes"))).StatusCode);

        var page = (await (await portal.Browser().Get((await Kept(id)).Address)).Read()).QuerySelector("main")!.TextContent;
        Assert.Contains("Đèn hỏng " + mark, page, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", page, StringComparison.Ordinal);
        Assert.Contains("Đèn hỏng " + mark, await Text($"{List}?q={Uri.EscapeDataString("den hong " + mark)}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Đèn hỏng " + mark, await Text($"{List}?linh-vuc=Land&q={mark}"), StringComparison.Ordinal);
        Assert.Contains(mark, await Text(List + "/rss.xml"), StringComparison.Ordinal);
        Assert.Contains(mark, await Text("/sitemap/tra-loi.xml"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Đèn hỏng " + mark, (await (await portal.Browser().Get("/tim-kiem?q=" + mark)).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_consent_is_taken_back_the_page_is_gone_at_once_everywhere()
    {
        var (own, mark) = await Answered();
        var address = await Published(own, mark);
        foreach (var place in Places(address, mark))
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(place)).StatusCode);   // every copy is in the cache now
        }

        await own.Citizen.Send("/phan-anh/theo-doi/cong-khai");

        Assert.Equal(HttpStatusCode.Gone, (await portal.Browser().Get(address)).StatusCode);
        foreach (var place in Places(address, mark).Skip(1))
        {
            var page = await Text(place);
            Assert.DoesNotContain("Đèn hỏng " + mark, page, StringComparison.Ordinal);
            Assert.DoesNotContain(address, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_consent_is_taken_back_the_questions_written_from_it_go_too_read_or_not()
    {
        var (own, mark) = await Answered();
        await Published(own, mark);
        var id = await portal.Inside((_, db) => db.PublicAnswers.Where(answer => answer.FeedbackId == own.Case.Id).Select(answer => answer.Id).SingleAsync());
        var editor = await portal.Browser().SignIn("bientap");
        var token = (await (await editor.Get("/quan-tri")).Read()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await editor.Post($"/quan-tri/cong-khai/{id:n}/soan-hoi-dap", ("__RequestVerificationToken", token));
        await editor.Post($"/quan-tri/cong-khai/{id:n}/soan-hoi-dap", ("__RequestVerificationToken", token));
        var live = await portal.Inside(async (_, db) =>
        {
            var edition = await db.Editions.Where(one => one.Item!.MadeFrom == id).OrderBy(one => one.Id).FirstAsync();
            edition.Submit(DateTimeOffset.UtcNow);
            edition.Approve(Officer, DateTimeOffset.UtcNow);
            edition.Publish(DateTimeOffset.UtcNow, null);
            await db.SaveChangesAsync();
            return edition;
        });
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(live.Address)).StatusCode);
        Assert.Contains(live.Address, await (await own.Citizen.Get("/phan-anh/theo-doi/du-lieu")).Text(), StringComparison.Ordinal);

        await own.Citizen.Send("/phan-anh/theo-doi/cong-khai");

        var left = await portal.Inside((_, db) => db.Editions.AsNoTracking().Where(one => one.Item!.MadeFrom == id).ToListAsync());
        Assert.Equal((live.Id, EditionState.Withdrawn), (Assert.Single(left).Id, left[0].State));   // the draft is gone
    }

    [Fact]
    public async Task Asking_again_takes_the_answer_off_the_public_pages()
    {
        var (own, mark) = await Answered();
        var address = await Published(own, mark);

        await own.Citizen.Send("/phan-anh/theo-doi/de-nghi-xem-lai", ("Reason", "Đèn lại hỏng"));

        Assert.Equal(HttpStatusCode.Gone, (await portal.Browser().Get(address)).StatusCode);
    }

    [Fact]
    public async Task One_action_makes_a_draft_question_and_answer_of_what_was_covered()
    {
        var (own, mark) = await Answered();
        await Published(own, mark);
        var id = await portal.Inside((_, db) => db.PublicAnswers.Where(answer => answer.FeedbackId == own.Case.Id).Select(answer => answer.Id).SingleAsync());
        var editor = await portal.Browser().SignIn("bientap");
        var token = (await (await editor.Get("/quan-tri")).Read()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var made = await editor.Post($"/quan-tri/cong-khai/{id:n}/soan-hoi-dap", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var draft = await portal.Inside((_, db) => db.Editions.AsNoTracking().SingleAsync(edition => edition.Title == "Đèn hỏng " + mark));
        Assert.Equal(("question", EditionState.Draft), (draft.Type, draft.State));
        Assert.DoesNotContain("0912", draft.BodyJson, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await editor.Follow(made)).StatusCode);
    }

    [Fact]
    public async Task An_idea_is_taken_up_with_a_reason_that_its_sender_reads_and_may_be_published()
    {
        var own = await portal.OpenedCase(feedback => feedback.Consent(true, feedback.ReceivedAt), kind: FeedbackKind.Idea, words: "Nên đặt bảng giờ phà ở chợ.");
        var officer = await portal.Browser().SignIn("truongphong.kt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send($"/quan-tri/phan-anh/{own.Code}/tiep-thu", ("Text", ""), ("Go", "yes"))).StatusCode);

        await officer.Send($"/quan-tri/phan-anh/{own.Code}/tiep-thu", ("Text", "Sẽ đặt bảng trong tháng 12."), ("Go", "yes"));

        Assert.Equal((FeedbackState.Answered, (DateOnly?)null), ((await own.Kept()).State, (await own.Kept()).DueAt));
        var read = (await (await own.Citizen.Get("/phan-anh/theo-doi")).Read()).QuerySelector(".tl")!.TextContent;
        Assert.Contains("tiếp thu góp ý của bạn", read, StringComparison.Ordinal);
        Assert.Contains("Sẽ đặt bảng trong tháng 12.", read, StringComparison.Ordinal);
        var mark = "ykien" + Guid.CreateVersion7().ToString("n")[^8..];
        var address = await Published(own, mark);
        Assert.Contains("Góp ý được tiếp thu.", (await (await portal.Browser().Get(address)).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(mark, await Text($"{List}?loai=Idea&q={mark}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Đèn hỏng " + mark, await Text($"{List}?loai=Praise&q={mark}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_idea_is_not_taken_up()
    {
        var own = await portal.OpenedCase();

        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.Browser().SignIn("truongphong.kt")).Get($"/quan-tri/phan-anh/{own.Code}/tiep-thu")).StatusCode);
    }

    [Fact]
    public async Task A_head_of_another_unit_does_not_see_what_is_proposed()
    {
        var (own, mark) = await Answered("VP");
        var id = await Proposed(own, mark, "daumoi");

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.Browser().SignIn("truongphong.kt")).Get($"/quan-tri/cong-khai/{id:n}")).StatusCode);
    }

    private static string[] Places(string address, string mark) => [address, List, $"{List}?q={mark}", List + "/rss.xml", "/sitemap/tra-loi.xml", "/tim-kiem?q=" + mark];

    private async Task<(CitizensCase Own, string Mark)> Answered(string unit = "KT")
    {
        var mark = "dau" + Guid.CreateVersion7().ToString("n")[^10..];
        var own = await portal.OpenedCase(feedback =>
        {
            feedback.Consent(true, feedback.ReceivedAt);
            feedback.Answer("Đã thay đèn ngày 20/11. Cần hỏi, gọi ông Vũ Đức Thắng, số 0912 345 678.", Officer, feedback.ReceivedAt.AddDays(1), Given.Terms().Calendar);
        }, unit: unit, words: "Đèn trước quán Cây Bàng hỏng ba tối. Tôi tên là Nguyễn Thị Mẫu, điện thoại 0912 345 678.");
        return (own, mark);
    }

    private async Task<Guid> Proposed(CitizensCase own, string mark, string by)
    {
        var sent = await (await portal.Browser().SignIn(by)).Send($"/quan-tri/phan-anh/{own.Code}/de-nghi-cong-khai", ("Heading", "Đèn hỏng " + mark), ("Go", "send"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return await portal.Inside((_, db) => db.PublicAnswers.Where(answer => answer.FeedbackId == own.Case.Id).Select(answer => answer.Id).SingleAsync());
    }

    private async Task<string> Published(CitizensCase own, string mark)
    {
        var id = await Proposed(own, mark, "canbo.kt");
        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.Browser().SignIn("daumoi")).Send($"/quan-tri/cong-khai/{id:n}", ("Go", "yes"))).StatusCode);
        return (await Kept(id)).Address;
    }

    private Task<PublicAnswer> Kept(Guid id) => portal.Inside((_, db) => db.PublicAnswers.AsNoTracking().SingleAsync(answer => answer.Id == id));

    private async Task<string> Text(string address) => await (await portal.Browser().Get(address)).Content.ReadAsStringAsync();
}
