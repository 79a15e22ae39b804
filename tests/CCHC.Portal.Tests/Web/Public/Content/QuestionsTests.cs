using System.Net;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Tests.Web.Desk.Media;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>Questions and answers are found by words, field, topic and unit; the self-check gives advice and keeps nothing.</summary>
public sealed class QuestionsTests(PortalHost portal)
{
    private const string Check = "/an-toan-thong-tin/tu-kiem-tra";

    [Theory]
    [InlineData("?q=khai+sinh+muon", "/hoi-dap/khai-sinh-muon", "/hoi-dap/xem-ngan-sach-o-dau")]
    [InlineData("?q=LUA+DAO", "/hoi-dap/bi-goi-kich-hoat-vneid", "/hoi-dap/khai-sinh-muon")]
    [InlineData("?linh-vuc=Business", "/hoi-dap/ho-kinh-doanh-nop-o-dau", "/hoi-dap/khai-sinh-muon")]
    [InlineData("?chu-de=tai-chinh-cong", "/hoi-dap/xem-ngan-sach-o-dau", "/hoi-dap/khai-sinh-muon")]
    [InlineData("?don-vi=CA", "/hoi-dap/so-ho-khau-het-dung", "/hoi-dap/khai-sinh-muon")]
    public async Task A_question_is_found_and_others_are_left_out(string query, string found, string left)
    {
        var page = await (await portal.Browser().Get("/hoi-dap" + query)).Read();

        var links = page.QuerySelectorAll(".doc a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains(found, links);
        Assert.DoesNotContain(left, links);
    }

    [Fact]
    public async Task An_answer_names_its_unit_day_and_documents_and_asks_whether_it_was_useful()
    {
        var page = await (await portal.Browser().Get("/hoi-dap/xem-ngan-sach-o-dau")).Read();

        Assert.Contains("Phòng Kinh tế", page.QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("23/11/2026", page.QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#van-ban a[href='/van-ban/luat-10-2022-qh15']"));
        Assert.NotNull(page.QuerySelector(".ask form"));
        Assert.Contains("minh họa", page.QuerySelector(".notice-box")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_questions_come_in_pages_and_strange_filters_do_no_harm()
    {
        for (var number = 1; number <= 10; number++)
        {
            await portal.Publish(new Question { AnsweredBy = "Phòng thử", AnsweredOn = new(2026, 11, 1), Text = "Trả lời." }, $"Câu hỏi chia trang số {number}");
        }
        var first = await (await portal.Browser().Get("/hoi-dap")).Read();
        var second = await (await portal.Browser().Get("/hoi-dap?trang=2")).Read();
        var strange = await portal.Browser().Get("/hoi-dap?trang=-9&linh-vuc=99&don-vi=%27&chu-de=%3Cb%3E&q=" + new string('a', 5_000));

        Assert.Equal(20, first.QuerySelectorAll(".doc").Length);
        Assert.NotEmpty(second.QuerySelectorAll(".doc"));
        Assert.Empty(first.QuerySelectorAll(".doc a").Select(link => link.GetAttribute("href")).Intersect(second.QuerySelectorAll(".doc a").Select(link => link.GetAttribute("href"))));
        Assert.Equal(HttpStatusCode.OK, strange.StatusCode);
    }

    [Fact]
    public async Task The_self_check_advises_by_answer_and_leaves_no_trace()
    {
        var visitor = portal.Browser();
        var page = await (await visitor.Get(Check)).Read();
        var risky = await visitor.Post(Check, Answers("co", "khong", "co", "chua-ro", "co", "khong", "co", "co"));
        var half = await visitor.Post(Check, [.. Answers("co", "khong", "co", "khong", "co", "khong", "co", "co").Skip(2)]);
        var safe = await visitor.Post(Check, Answers("khong", "khong", "co", "khong", "co", "khong", "co", "co"));

        var noForm = await visitor.Post(Check, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, noForm.StatusCode);
        Assert.Equal("Bạn không đọc mã xác thực cho ai.", (await safe.Read()).QuerySelector("#ket-qua .prose li")!.TextContent);
        Assert.Null(page.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal(24, page.QuerySelectorAll("input[type=radio]").Length);
        Assert.All(new[] { risky, half, safe }, answer => Assert.False(answer.Headers.Contains("Set-Cookie")));
        Assert.True(risky.Headers.CacheControl!.NoStore);
        var advice = (await risky.Read()).QuerySelectorAll("#ket-qua .steps h3").Select(heading => heading.TextContent).ToList();
        Assert.Equal(["Không bao giờ đọc mã cho ai", "Mỗi nơi một mật khẩu riêng"], advice);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        var again = await half.Read();
        Assert.Equal(["#C1", "#C2"], again.QuerySelectorAll(".esum a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(again.GetElementById("C1"));
        Assert.NotNull(again.QuerySelector("input[name=C4][value=khong][checked]"));
        Assert.Contains("8 trên 8", (await safe.Read()).QuerySelector("#ket-qua h2")!.TextContent, StringComparison.Ordinal);
    }

    private static (string, string)[] Answers(params string[] answers) => [.. answers.Select((answer, at) => ("C" + (at + 1), answer))];
}
