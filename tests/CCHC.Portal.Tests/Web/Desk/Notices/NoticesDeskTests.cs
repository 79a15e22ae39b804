using System.Net;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Desk.Notices;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Notices;

public sealed class NoticesDeskTests(PortalHost portal)
{
    [Fact]
    public async Task A_notice_is_looked_at_posted_seen_on_pages_that_lay_ready_and_taken_down()
    {
        var text = "Mất điện ở Cát Bà, số " + Random.Shared.Next();
        var publisher = await portal.Browser().SignIn("duyetbai");
        await portal.Browser().Get("/tin-tuc");
        (string, string)[] form = [("Form.Severity", "Urgent"), ("Form.Text", text), ("Form.TextEn", "Power cut"), ("Form.Link", "/duong-day-nong"), ("Form.From", ""), ("Form.Until", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(1)))];

        var preview = await publisher.Send("/quan-tri/thong-bao/moi", [.. form, ("Do", "preview")]);
        Assert.Contains(text, (await preview.Read()).QuerySelector("#xem-thu .urgent")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Inside((_, db) => db.Notices.CountAsync(notice => notice.Text == text)));

        Assert.Equal(HttpStatusCode.Found, (await publisher.Send("/quan-tri/thong-bao/moi", [.. form, ("Do", "post")])).StatusCode);
        await Eventually(async () => await Banner("/tin-tuc", text));
        await Eventually(async () => await Banner("/en/tin-tuc", "Power cut"));

        var id = await portal.Inside((_, db) => db.Notices.Where(notice => notice.Text == text).Select(notice => notice.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Found, (await publisher.Send($"/quan-tri/thong-bao/{id}/ket-thuc")).StatusCode);
        await Eventually(async () => !await Banner("/tin-tuc", text));
        Assert.Contains("kết thúc sớm", await (await publisher.Get("/quan-tri/thong-bao")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_about_one_place_stands_beside_it_and_in_the_list_of_numbers_and_nowhere_else_until_its_hour()
    {
        var text = "Phà tạm ngừng vì biển động, số " + Random.Shared.Next();
        var publisher = await portal.Browser().SignIn("duyetbai");

        Assert.Equal(HttpStatusCode.Found, (await publisher.Send("/quan-tri/thong-bao/moi", ("Form.Severity", "Note"), ("Form.Text", text), ("Form.About", "co-so-cat-ba"), ("Form.Until", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(1))), ("Do", "post"))).StatusCode);

        await Eventually(async () => await Says("/mot-cua/co-so-cat-ba", text));
        Assert.True(await Says("/mot-cua", text) && await Says("/duong-day-nong", text));
        Assert.False(await Says("/mot-cua/co-so-dao-cat-hai", text) || await Says("/", text) || await Banner("/mot-cua/co-so-cat-ba", text));
        var board = (NoticeBoard)portal.Services.GetService(typeof(NoticeBoard))!;
        Assert.NotNull(await board.NextTurn(portal.Site.Id));   // no page is kept beyond its end
    }

    [Fact]
    public async Task A_place_that_is_not_there_does_not_become_every_page_and_the_list_says_the_name_of_one_that_is()
    {
        var (text, publisher) = ("Quầy nghỉ một buổi, số " + Random.Shared.Next(), await portal.Browser().SignIn("duyetbai"));
        (string, string)[] form = [("Form.Severity", "Note"), ("Form.Text", text), ("Form.From", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(1))), ("Form.Until", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(2))), ("Do", "post")];

        var refused = await publisher.Send("/quan-tri/thong-bao/moi", [.. form, ("Form.About", "noi-da-bo")]);
        await publisher.Send("/quan-tri/thong-bao/moi", [.. form, ("Form.About", "co-so-cat-ba")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("#About", (await refused.Read()).QuerySelector(".esum a")!.GetAttribute("href"));
        var line = (await (await publisher.Get("/quan-tri/thong-bao")).Read()).QuerySelectorAll("th[scope=row]").Single(cell => cell.TextContent.StartsWith(text, StringComparison.Ordinal));
        Assert.DoesNotContain("co-so-cat-ba", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cát Bà", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_not_kept_beyond_the_hour_of_a_notice()
    {
        var text = "Ba giây nữa, số " + Random.Shared.Next();
        var from = DateTimeOffset.UtcNow.AddSeconds(3);
        await portal.Inside(async (services, db) =>
        {
            await ((Posting)services.GetService(typeof(Posting))!).Post(new Notice { Text = text, From = from, Until = from.AddSeconds(3), PostedAt = DateTimeOffset.UtcNow }, Guid.CreateVersion7(), CancellationToken.None);
            return 0;
        });
        await Task.Delay(1_000);
        Assert.False(await Banner("/van-ban", text));   // lies ready now, without it

        await Eventually(async () => await Banner("/van-ban", text));
        Assert.True(DateTimeOffset.UtcNow >= from);
        await Eventually(async () => !await Banner("/van-ban", text));
        Assert.True(DateTimeOffset.UtcNow >= from.AddSeconds(3));
    }

    [Fact]
    public async Task What_cannot_stand_comes_back_with_the_reason_and_the_words()
    {
        var publisher = await portal.Browser().SignIn("duyetbai");

        var answer = await publisher.Send("/quan-tri/thong-bao/moi", ("Form.Severity", "Urgent"), ("Form.Text", "Quá dài ngày"), ("Form.Until", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(40))), ("Do", "post"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal("#Until", page.QuerySelector(".esum a")!.GetAttribute("href"));
        Assert.Contains("30 ngày", page.QuerySelector(".esum")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quá dài ngày", page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maintenance_tomorrow_is_refused_by_the_law_and_taken_with_a_reason_that_readers_see()
    {
        var publisher = await portal.Browser().SignIn("duyetbai");
        var text = "Thay máy chủ, số " + Random.Shared.Next();
        (string, string)[] form = [("Form.Text", text), ("Form.WorkFrom", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(1))), ("Form.Until", NoticeForm.Typed(DateTimeOffset.UtcNow.AddDays(1).AddHours(2))), ("Do", "post")];

        var refused = await publisher.Send("/quan-tri/thong-bao/bao-tri", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Nghị định 224/2026/NĐ-CP, Điều 13", (await refused.Read()).QuerySelector(".esum")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await publisher.Send("/quan-tri/thong-bao/bao-tri", [.. form, ("Form.Reason", "Ổ đĩa sắp hỏng")])).StatusCode);
        await Eventually(async () => await Banner("/mo-hinh", "Ổ đĩa sắp hỏng"));
        await portal.Inside((_, db) => db.Notices.Where(notice => notice.Text == text).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Only_those_who_may_post_or_switch()
    {
        foreach (var (user, notices, storm) in new[] { ("duyetbai", 200, 200), ("quantri", 200, 200), ("daumoi", 403, 200), ("bientap", 403, 403), ("canbo.vp", 403, 403) })
        {
            var officer = await portal.Browser().SignIn(user);
            Assert.Equal((user, notices, storm), (user, (int)(await officer.Get("/quan-tri/thong-bao")).StatusCode, (int)(await officer.Get("/quan-tri/khan-cap")).StatusCode));
        }
    }

    [Fact]
    public async Task The_storm_switch_puts_the_emergency_before_everything_in_one_action()
    {
        // A portal of its own: other tests look at the same first page.
        await using var own = PortalHost.With();
        var officer = await own.Browser().SignIn("daumoi");
        Assert.Null((await (await own.Browser().Get("/")).Read()).QuerySelector(".urgent.storm"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send("/quan-tri/khan-cap", ("Text", "Bão số 5"), ("Hours", "100"), ("Do", "on"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await officer.Send("/quan-tri/khan-cap", ("Text", "Bão số 5, gió cấp 10"), ("Hours", "24"), ("Do", "on"))).StatusCode);

        await Eventually(async () => (await (await own.Browser().Get("/")).Read()).QuerySelector(".urgent.storm a[href='/khan-cap']") is not null);
        var home = await (await own.Browser().Get("/")).Read();
        Assert.Contains("113", home.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);
        var page = await own.Browser().Get("/khan-cap");
        Assert.Contains("Bão số 5, gió cấp 10", (await page.Read()).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.True((await page.Content.ReadAsByteArrayAsync()).Length < 14_000);

        Assert.Equal(HttpStatusCode.Found, (await officer.Send("/quan-tri/khan-cap", ("Do", "off"))).StatusCode);
        await Eventually(async () => (await (await own.Browser().Get("/")).Read()).QuerySelector(".urgent.storm") is null);
    }

    [Fact]
    public async Task A_seeded_alert_stands_and_once_taken_down_does_not_come_back()
    {
        await using var own = await Given.Portal();
        using var seeds = Given.Seeds();
        seeds.Write("site.yaml", "key: thu\nname: Xã Thử\nhosts: [thu.localhost]\ncultures: [vi]\ntheme: cat-hai\nalert: {text: \"Nghỉ lễ\", from: 2026-11-18T08:00:00+07:00, until: 2026-12-24T08:00:00+07:00}\n");
        await own.Seed(seeds.Path);
        var site = own.Sites.Single();
        Assert.Equal(["Nghỉ lễ"], (await own.Of<NoticeBoard>().Shown(site.Id)).Select(notice => notice.Text));

        await own.Inside(site, async (services, db) => await ((Posting)services.GetService(typeof(Posting))!).End(await db.Notices.SingleAsync(), Guid.CreateVersion7(), CancellationToken.None));
        await own.Seed(seeds.Path);

        Assert.Empty(await own.Of<NoticeBoard>().Shown(site.Id));
    }

    private async Task<bool> Banner(string path, string text) =>
        (await (await portal.Browser().Get(path)).Read()).QuerySelectorAll(".urgent").Any(banner => banner.TextContent.Contains(text, StringComparison.Ordinal));

    private async Task<bool> Says(string path, string text) => (await (await portal.Browser().Get(path)).Text()).Contains(text, StringComparison.Ordinal);

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 80 && !await holds(); tries++)
        {
            await Task.Delay(100);
        }
        Assert.True(await holds());
    }
}
