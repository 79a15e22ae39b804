using System.Globalization;
using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Plans;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Obstacles;

/// <summary>A unit tells what is in its way; the leaders above answer, nobody else does, and the quarter's account keeps both.</summary>
public sealed class ObstacleTests(PortalHost portal)
{
    private const string Place = "/quan-tri/vuong-mac";

    [Fact]
    public async Task A_unit_tells_the_leader_above_answers_and_the_account_of_the_quarter_says_so()
    {
        var task = "Số hóa hồ sơ đất đai " + Guid.CreateVersion7().ToString("n");
        var officer = await portal.Browser().SignIn("canbo.kt");
        var due = VietnamTime.Day(DateTimeOffset.UtcNow).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send(Place + "/gui", ("Task", task), ("Text", "Thiếu máy quét khổ A3."), ("Due", due))).StatusCode);
        var told = await Kept(task);
        var own = await portal.Browser().SignIn("truongphong.kt");
        var one = $"{Place}/{told.Id}";

        // The head of the unit that told it is not the one who answers it.
        var seen = await (await own.Get(one)).Read();
        Assert.Null(seen.QuerySelector("#Text"));
        Assert.Contains("Đang chờ lãnh đạo UBND đặc khu", seen.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var token = seen.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await own.Post(one, ("__RequestVerificationToken", token), ("Version", $"{told.Version}"), ("Text", "Tự trả lời."));
        Assert.True((await Kept(task)).IsWaiting);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.Browser().SignIn("canbo.vp")).Get(one)).StatusCode);

        var leader = await portal.Browser().SignIn("lanhdao");
        Assert.Contains("Chờ tôi phản hồi", await (await leader.Get("/quan-tri")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.Send(one, ("Text", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.Send(one, ("Text", "Mua một máy trong tháng 12."))).StatusCode);
        Assert.Contains("Mua một máy", await (await officer.Get(one)).Text(), StringComparison.Ordinal);
        var account = await (await leader.Get($"/quan-tri/so-lieu/phan-anh/bao-cao?don-vi=KT&ky={FigurePeriod.QuarterOf(VietnamTime.Day(told.At)).Key}")).Read();
        Assert.Contains("Mua một máy", account.QuerySelectorAll(".sheet li").Single(line => line.TextContent.Contains(task, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_wrong_comes_back_and_nobody_tells_for_another_unit()
    {
        var officer = await portal.Browser().SignIn("canbo.kt");

        var answer = await officer.Send(Place + "/gui", ("UnitCode", "VP"), ("Task", ""), ("Text", "Còn nguyên lời này."), ("Due", "2020-01-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal(3, page.QuerySelectorAll(".esum li").Length);
        Assert.Equal("Còn nguyên lời này.", page.QuerySelector("#Text")!.TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.Browser().SignIn("bientap")).Get(Place)).StatusCode);
    }

    private Task<Obstacle> Kept(string task) => portal.Inside((_, db) => db.Obstacles.AsNoTracking().SingleAsync(one => one.Task == task));
}
