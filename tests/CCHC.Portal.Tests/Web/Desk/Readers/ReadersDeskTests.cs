using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Readers;

public sealed class ReadersDeskTests(PortalHost portal)
{
    [Fact]
    public async Task A_report_waits_with_its_page_and_version_until_an_editor_says_what_became_of_it()
    {
        var id = await Report("gui-phan-anh", "Đường dẫn ở bước 4 hỏng.");
        var editor = await portal.Browser().SignIn("bientap");

        var list = await editor.Get("/quan-tri/noi-dung/ban-doc-bao");
        Assert.Contains("Đường dẫn ở bước 4 hỏng.", await list.Text(), StringComparison.Ordinal);
        Assert.Contains("bản số 1, đang đăng", await list.Text(), StringComparison.Ordinal);

        var path = $"/quan-tri/noi-dung/ban-doc-bao/{id}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.Send(path, ("Do", ""), ("Text", ""))).StatusCode);
        var unreasoned = await editor.Send(path, ("Do", "not"), ("Text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.Contains("vì sao", await unreasoned.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await editor.Send(path, ("Do", "fixed"), ("Text", "Đã thay đường dẫn."))).StatusCode);

        Assert.Equal(MistakeState.Fixed, await portal.Inside((_, db) => db.MistakeReports.Where(report => report.Id == id).Select(report => report.State).SingleAsync()));
        Assert.Contains("Đã thay đường dẫn.", await (await editor.Get("/quan-tri/noi-dung/ban-doc-bao?tinh-trang=da-sua")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_sees_the_reports_of_the_own_unit_only()
    {
        var theirs = await Report("gui-phan-anh", "Của Văn phòng.");   // VP; the contributor is of TTVHTT
        var contributor = await portal.Browser().SignIn("congtacvien");

        Assert.DoesNotContain("Của Văn phòng.", await (await contributor.Get("/quan-tri/noi-dung/ban-doc-bao")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await contributor.Get($"/quan-tri/noi-dung/ban-doc-bao/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await contributor.Get($"/quan-tri/noi-dung/can-ra-soat/{await Item("gui-phan-anh")}")).StatusCode);
    }

    [Fact]
    public async Task Found_still_right_a_page_says_so_to_its_readers_and_leaves_the_list()
    {
        const string slug = "an-toan-thong-tin";
        var item = await Item(slug);
        await portal.Inside(async (_, db) =>
        {
            (await db.ContentItems.SingleAsync(one => one.Id == item)).CheckedOn = new DateOnly(2026, 1, 5);
            return await db.SaveChangesAsync();
        });
        var editor = await portal.Browser().SignIn("bientap");
        var list = await (await editor.Get("/quan-tri/noi-dung/can-ra-soat")).Read();
        Assert.NotNull(list.QuerySelector($"a[href='/quan-tri/noi-dung/can-ra-soat/{item}']"));
        Assert.Equal("1", list.QuerySelector(".wide-nav a[aria-current] .c")!.FirstChild!.TextContent);

        Assert.Equal(HttpStatusCode.Found, (await editor.Send($"/quan-tri/noi-dung/can-ra-soat/{item}", ("Text", "Đã gọi thử các số."))).StatusCode);

        var today = VietnamTime.ShortDate(DateTimeOffset.UtcNow);
        Assert.DoesNotContain(item.ToString(), await (await editor.Get("/quan-tri/noi-dung/can-ra-soat")).Text(), StringComparison.Ordinal);
        await Eventually(async () => (await (await portal.Browser().Get($"/huong-dan/{slug}")).Read()).QuerySelector(".signed")!.TextContent.Contains("Rà soát gần nhất " + today, StringComparison.Ordinal));
        Assert.Equal(1, await portal.Inside((_, db) => db.ItemChecks.CountAsync(check => check.ItemId == item && check.Note == "Đã gọi thử các số.")));
        var edition = await portal.Inside((_, db) => db.Editions.Live().Where(one => one.ItemId == item && one.Culture == "vi").Select(one => one.Id).SingleAsync());
        Assert.Contains("rà soát, vẫn đúng: Đã gọi thử các số.", await (await editor.Get($"/quan-tri/noi-dung/{edition}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reading_page_names_its_owner_and_its_last_look()
    {
        var signed = (await (await portal.Browser().Get("/huong-dan/kich-hoat-vneid")).Read()).QuerySelector(".signed")!.TextContent;

        Assert.Contains("Rà soát gần nhất 20/11/2026", signed, StringComparison.Ordinal);
        Assert.Contains("Đơn vị phụ trách: Công an đặc khu", signed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_is_said_only_where_more_than_a_handful_voted()
    {
        await portal.Inside(async (_, db) =>
        {
            var (many, few) = (await Read("to-cao-dung-luat"), await Read("doc-phieu-hen-va-phieu-xin-loi"));
            for (var vote = 0; vote < ReaderQueries.Handful; vote++)
            {
                await db.Keep(new UsefulVote { Page = many, IsUseful = vote > 2, Device = $"nhieu-{vote}", On = new DateOnly(2026, 11, 20) }, CancellationToken.None);
            }
            return await db.Keep(new UsefulVote { Page = few, IsUseful = true, Device = "it-1", On = new DateOnly(2026, 11, 20) }, CancellationToken.None);
        });

        var rows = (await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/noi-dung/co-ich")).Read()).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Contains(rows, row => row.Contains("70%", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Còn ít lượt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_figures_say_what_is_read_by_day_and_page_and_go_into_a_spreadsheet()
    {
        var item = await Item("chu-ky-so");
        await portal.Inside((_, db) => db.Add(new ViewCount { Day = VietnamTime.Day(DateTimeOffset.UtcNow), Page = ReadPage.KeyOf(item), ItemId = item, Culture = "vi", Views = 1_284 }, CancellationToken.None));
        var observer = await portal.Browser().SignIn("giamsat");

        var page = await (await observer.Get("/quan-tri/so-lieu/luot-xem?ngay=7")).Read();
        Assert.Equal(7, page.QuerySelectorAll(".chart rect").Length);
        Assert.Contains("1.284", page.QuerySelector("table.grid")!.TextContent, StringComparison.Ordinal);

        var file = await observer.Get("/quan-tri/so-lieu/luot-xem.csv?ngay=7");
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        var text = System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\uFEFFTrang,Địa chỉ,Lượt xem", text, StringComparison.Ordinal);
        Assert.Contains("/huong-dan/chu-ky-so,1284,0", text, StringComparison.Ordinal);

        var list = await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/noi-dung?q=chữ ký số")).Text();
        Assert.Contains("1.284", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.Browser().SignIn("canbo.vp")).Get("/quan-tri/so-lieu/luot-xem")).StatusCode);
    }

    private Task<Guid> Item(string slug) => portal.Inside((_, db) => db.Editions.Live().Where(edition => edition.Slug == slug && edition.Culture == "vi").Select(edition => edition.ItemId).SingleAsync());

    private Task<ReadPage> Read(string slug) => portal.Inside(async (_, db) => ReadPage.Of(await db.Editions.Live().SingleAsync(edition => edition.Slug == slug && edition.Culture == "vi")));

    private async Task<Guid> Report(string slug, string text)
    {
        var report = new MistakeReport { Page = await Read(slug), Kind = MistakeKind.LinkBroken, Text = text, Device = Guid.CreateVersion7().ToString("n"), At = DateTimeOffset.UtcNow };
        await portal.Inside((_, db) => db.Keep(report, CancellationToken.None));
        return report.Id;
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 40 && !await holds(); tries++)
        {
            await Task.Delay(100);
        }
        Assert.True(await holds());
    }
}
