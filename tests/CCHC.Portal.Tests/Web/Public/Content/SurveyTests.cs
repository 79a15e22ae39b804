using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>A survey asks everybody until its day, counts each device once and tells nothing while few have answered.</summary>
public sealed class SurveyTests(PortalHost portal)
{
    private static readonly Survey Two = new()
    {
        Until = new(2099, 12, 31),
        Questions = [new() { Ask = "Bạn nộp bằng cách nào?", Choices = ["Đến quầy", "Trực tuyến"] }, new() { Ask = "Mã OTP đọc cho ai?", Choices = ["Cán bộ gọi điện", "Không ai cả"], Right = "Không ai cả", Why = "Cán bộ không hỏi mã." }],
    };

    [Fact]
    public async Task A_device_counts_once_and_its_second_answer_takes_the_place_of_the_first()
    {
        var survey = await portal.Publish(Two, "Khảo sát một máy một lượt");
        var (first, second) = (portal.Browser(), portal.Browser());

        await Send(first, survey, ("cau-0", "0"), ("cau-1", "0"));
        var again = await Send(first, survey, ("cau-0", "1"));
        await Send(second, survey, ("cau-0", "1"));

        Assert.Equal(survey.Address + "#da-nhan", again.Headers.Location!.ToString());
        var kept = await portal.Inside((_, db) => db.SurveyAnswers.Where(answer => answer.ItemId == survey.ItemId).ToListAsync());
        Assert.Equal(["Cán bộ gọi điện", "Trực tuyến", "Trực tuyến"], kept.Select(answer => answer.Choice).Order());
        Assert.Equal(2, kept.Select(answer => answer.Device).Distinct().Count());
        Assert.All(kept, answer => Assert.Matches("^[0-9a-f]{32}$", answer.Device));
    }

    [Fact]
    public async Task Four_answers_show_nothing_and_eleven_show_numbers_in_a_drawing_and_a_table()
    {
        var (few, many) = (await portal.Publish(Two, "Khảo sát bốn lượt"), await portal.Publish(Two, "Khảo sát mười một lượt"));
        await Put(few, 4, 0);
        await Put(many, 6, 5);

        var (shy, open) = (await (await portal.Browser().Get(few.Address)).Read(), await (await portal.Browser().Get(many.Address)).Read());

        Assert.Contains("Chưa đủ 5 lượt", shy.QuerySelector("#ket-qua")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shy.QuerySelector("#ket-qua table, #ket-qua .chart"));
        Assert.Equal(["6", "5"], open.QuerySelectorAll("#ket-qua table tbody td:nth-child(2)").Select(cell => cell.TextContent));
        Assert.Equal(["6", "5"], open.QuerySelectorAll("#ket-qua .chart .num").Select(number => number.TextContent));
        Assert.Contains("Không ai cả", open.QuerySelector("#ket-qua details:last-of-type")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_day_it_takes_no_more_and_still_tells_what_came()
    {
        var survey = await portal.Publish(Two with { Until = new(2026, 1, 31) }, "Khảo sát đã đóng từ lâu");
        await Put(survey, 7, 8);

        var page = await (await portal.Browser().Get(survey.Address)).Read();
        var late = await Send(portal.Browser(), survey, ("cau-0", "0"));

        Assert.Null(page.QuerySelector("form[action$='/y-kien/khao-sat']"));
        Assert.Contains("8", page.QuerySelector("#ket-qua table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(15, await portal.Inside((_, db) => db.SurveyAnswers.CountAsync(answer => answer.ItemId == survey.ItemId)));
    }

    [Fact]
    public async Task Nothing_chosen_and_what_nobody_offered_come_back_and_another_site_is_refused()
    {
        var survey = await portal.Publish(Two, "Khảo sát gửi trống");

        var empty = await Send(portal.Browser(), survey, ("cau-0", "9"), ("cau-1", "x"), ("cau-2", "0"));
        var foreign = await portal.Browser().Post("/y-kien/khao-sat", [("muc", ReadPage.KeyOf(survey.ItemId)), ("tieng", "vi"), ("cau-0", "0")], [("Sec-Fetch-Site", "cross-site")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var form = await empty.Read();
        Assert.Equal("#cau-0", form.QuerySelector(".esum a")!.GetAttribute("href"));
        Assert.NotNull(form.QuerySelector("#cau-0"));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Post("/y-kien/khao-sat", ("muc", ReadPage.KeyOf(Guid.CreateVersion7())), ("tieng", "vi"), ("cau-0", "0"))).StatusCode);
    }

    [Fact]
    public async Task The_list_names_them_and_the_desk_counts_them()
    {
        var list = await (await portal.Browser().Get("/khao-sat")).Read();
        var page = await (await portal.Browser().Get("/en/khao-sat/ba-cau-ve-nop-ho-so")).Read();
        var desk = await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/noi-dung/khao-sat")).Read();

        Assert.Contains("dữ liệu mẫu", list.QuerySelector(".doc:has(a[href='/khao-sat/ba-cau-ve-nop-ho-so'])")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("aside a[href='/en/chi-so/sipas']"));
        Assert.Contains("By post", page.QuerySelector("form.form")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ba câu về việc nộp hồ sơ", desk.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_count_hides_with_others_so_that_no_sum_tells_it()
    {
        var question = new SurveyQuestion { Ask = "a", Choices = ["một", "hai", "ba"] };
        var survey = new Survey { Questions = [question] };

        var tally = SurveyTally.Of(survey, survey, new Dictionary<(string, string), int> { [("a", "một")] = 20, [("a", "hai")] = 15, [("a", "ba")] = 2 })[0];

        Assert.Equal([20, null, null], tally.Counts);
        Assert.Equal(37, tally.All);
    }

    private static Task<HttpResponseMessage> Send(Browser browser, Edition survey, params (string, string)[] chosen) =>
        browser.Post("/y-kien/khao-sat", [("muc", ReadPage.KeyOf(survey.ItemId)), ("tieng", "vi"), .. chosen]);

    private Task<int> Put(Edition survey, int first, int second) => portal.Inside((_, db) =>
    {
        db.AddRange(Enumerable.Range(0, first + second).Select(at => new SurveyAnswer { ItemId = survey.ItemId, Question = Two.Questions[0].Ask, Choice = Two.Questions[0].Choices[at < first ? 0 : 1], Device = $"{at}" }));
        return db.SaveChangesAsync();
    });
}
