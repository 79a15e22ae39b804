using AngleSharp.Dom;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>Before it is sent, and afterwards, the sender is told who reads it and who knows who they are; and that is how it is.</summary>
public sealed class ReadersTests(PortalHost portal)
{
    private const string Form = "/phan-anh/gui";

    [Theory]
    [InlineData("false", "false", "Cán bộ tiếp nhận; người xử lý khi cần", "Không báo")]
    [InlineData("true", "false", "chỉ cán bộ tiếp nhận", "Không báo")]
    [InlineData("true", "true", "chỉ cán bộ tiếp nhận", "Qua thư điện tử")]
    public async Task The_last_step_repeats_every_choice(string withheld, string mail, string who, string news)
    {
        var page = await Check("Hồ sơ đất chậm", ("Form.Name", "Nguyễn Thị Mai"), ("Form.Email", "mai@example.vn"), ("Form.Withheld", withheld), ("Form.WantsMail", mail));

        Assert.Contains(who, Row(page, "Ai biết bạn là ai"), StringComparison.Ordinal);
        Assert.Contains(news, Row(page, "Báo tin cho bạn"), StringComparison.Ordinal);
        Assert.Equal("Không công khai", Row(page, "Công khai"));
        var readers = Row(page, "Ai sẽ đọc");
        Assert.Contains("Cán bộ tiếp nhận", readers, StringComparison.Ordinal);
        Assert.Contains("Phòng Kinh tế: cán bộ và người đứng đầu", readers, StringComparison.Ordinal);
        Assert.Contains("Đơn vị phối hợp: Trung tâm Phục vụ hành chính công", readers, StringComparison.Ordinal);
        Assert.Contains("Người đứng đầu cấp trên: Lãnh đạo UBND", readers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_about_a_unit_names_the_level_above_and_not_that_unit()
    {
        (string, string)[] about = [("Form.AboutUnit", "KT"), ("Form.AboutPost", "Unit")];

        var browser = portal.Browser();
        var page = await Check(browser, "Phòng trả lời không rõ", about);

        var readers = Items(page, "Ai sẽ đọc");
        Assert.DoesNotContain(readers, line => line.Contains("Phòng Kinh tế", StringComparison.Ordinal) || line.Contains("phối hợp", StringComparison.Ordinal) || line.Contains("giám sát", StringComparison.Ordinal));
        Assert.Contains(readers, line => line.StartsWith("Lãnh đạo UBND", StringComparison.Ordinal));
        Assert.Contains("Không đọc, không xử lý: Phòng Kinh tế", Row(page, "Ai sẽ đọc"), StringComparison.Ordinal);

        var receipt = await (await browser.Follow(await browser.Send(Form, page, ("Form.Agreed", "true"), ("Go", "send")))).Read();
        // Nobody proved to be a person here: an intake officer reads it first, and that is what is said now.
        Assert.Contains("họ đọc rồi mới giao đơn vị", receipt.QuerySelector(".readers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Không đọc, không xử lý: Phòng Kinh tế", receipt.QuerySelector(".readers")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_under_seal_is_for_its_readers_only_and_for_those_above_when_it_accuses_the_top()
    {
        var below = Row(await Check("Tố cáo việc làm sai", ("Form.Kind", "Denunciation"), ("Form.AboutUnit", "KT")), "Ai sẽ đọc");
        var top = Row(await Check("Tố cáo việc làm sai", ("Form.Kind", "Denunciation"), ("Form.AboutUnit", "UBND"), ("Form.AboutPost", "Head")), "Ai sẽ đọc");

        Assert.Contains("Chỉ người được giao về tố cáo của Ủy ban nhân dân đặc khu Cát Hải", below, StringComparison.Ordinal);
        Assert.Contains("cấp trên (Ủy ban nhân dân thành phố Hải Phòng)", top, StringComparison.Ordinal);
        Assert.DoesNotContain("tiếp nhận", below + top, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Praise_goes_to_whom_it_praises_and_says_so()
    {
        var browser = portal.Browser();
        var page = await Check(browser, "Các bạn ở đài rất nhiệt tình", ("Form.Kind", "Praise"), ("Form.AboutUnit", "TTVHTT"), ("Form.AboutName", "Tổ truyền thanh"));
        Assert.Contains("Trung tâm Văn hóa, Thông tin – Thể thao: cán bộ", Row(page, "Ai sẽ đọc"), StringComparison.Ordinal);

        var receipt = await (await browser.Follow(await browser.Send(Form, page, ("Form.Agreed", "true"), ("Go", "send")))).Read();

        var code = receipt.QuerySelector(".code-box b")!.TextContent;
        var kept = await portal.Inside((_, db) => db.Feedback.AsNoTracking().SingleAsync(one => one.ReferenceCode == code));
        var went = await portal.Inside((services, _) => services.GetRequiredService<Intake>().Receive(portal.Site, Given.Message(kind: FeedbackKind.Praise) with { Praises = portal.Site.UnitByCode("TTVHTT")!.Id }, CancellationToken.None));
        Assert.Equal("TTVHTT", portal.Site.UnitById(went.UnitId)!.Code);
        Assert.False(kept.IsBarred);
        Assert.Contains("Tổ truyền thanh", kept.Given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_asked_and_is_published_is_offered_and_goes_along_with_a_code_of_its_own()
    {
        var word = Guid.CreateVersion7().ToString("n")[^8..];
        var own = await portal.OpenedCase(feedback => { feedback.Consent(true, feedback.ReceivedAt); feedback.Answer("Đã thay bóng.", Guid.CreateVersion7(), feedback.ReceivedAt.AddHours(1), portal.Site.Calendar); }, words: "Cột đèn dốc Bà Triệu không sáng " + word);
        await portal.Inside(async (_, db) =>
        {
            var answer = PublicAnswer.Propose(await db.Feedback.SingleAsync(one => one.Id == own.Case.Id), "Cột đèn dốc Bà Triệu " + word, "Cột đèn dốc Bà Triệu không sáng " + word, "Đã thay bóng.", Guid.CreateVersion7(), DateTimeOffset.UtcNow);
            answer.Approve(await db.Feedback.SingleAsync(one => one.Id == own.Case.Id), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
            db.PublicAnswers.Add(answer);
            return await db.SaveChangesAsync();
        });
        (string, string)[] typed = [("Form.Kind", "Report"), ("Form.Field", "Environment"), ("Form.Message", $"Cột đèn dốc Bà Triệu lại không sáng, {word}"), ("Step", "2"), ("Go", "stay")];
        var browser = portal.Browser();

        var offered = await (await browser.Send(Form, typed)).Read();
        Assert.Empty((await (await portal.Browser().Send(Form, [.. typed, ("Form.AboutUnit", "KT")])).Read()).QuerySelectorAll(".alike"));
        Assert.Empty((await (await portal.Browser().Send(Form, [("Form.Kind", "Denunciation"), .. typed[1..]])).Read()).QuerySelectorAll(".alike"));
        var button = Assert.Single(offered.QuerySelectorAll(".alike button"), one => one.TextContent.Contains(word, StringComparison.Ordinal));
        var chosen = await (await browser.Send(Form, offered, ("Go", button.GetAttribute("value")!))).Read();
        Assert.Contains(word, chosen.QuerySelector(".notice-box.ok")!.TextContent, StringComparison.Ordinal);
        var check = await (await browser.Send(Form, chosen, ("Go", "next"))).Read();
        var receipt = await (await browser.Follow(await browser.Send(Form, check, ("Form.Agreed", "true"), ("Go", "send")))).Read();

        var code = receipt.QuerySelector(".code-box b")!.TextContent;
        Assert.NotEqual(own.Code, code);
        Assert.True(await portal.Inside(async (_, db) => { var id = await db.Feedback.Where(one => one.ReferenceCode == code).Select(one => one.Id).SingleAsync(); return await db.CaseLinks.AnyAsync(link => link.FeedbackId == id && link.OtherId == own.Case.Id); }));
    }

    private Task<IDocument> Check(string words, params (string Name, string Value)[] other) => Check(portal.Browser(), words, other);

    private static async Task<IDocument> Check(Browser browser, string words, params (string Name, string Value)[] other) => await (await browser.Send(Form,
    [
        .. new[] { ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", words), ("Step", "2"), ("Go", "next") }.Where(field => other.All(one => one.Name != field.Item1)),
        .. other,
    ])).Read();

    private static string Row(IDocument page, string name) => page.QuerySelectorAll(".summary-list > div").Single(row => row.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!.TextContent.Trim();

    private static List<string> Items(IDocument page, string name) =>
        [.. page.QuerySelectorAll(".summary-list > div").Single(row => row.QuerySelector("dt")!.TextContent == name).QuerySelectorAll("li").Select(item => item.TextContent.Trim())];
}
