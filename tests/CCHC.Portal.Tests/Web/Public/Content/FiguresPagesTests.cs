using System.Net;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using CCHC.Portal.Tests.Web.Desk.Media;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>Indices, goals, disclosures and declarations as readers and editors meet them.</summary>
public sealed class FiguresPagesTests(PortalHost portal)
{
    [Fact]
    public async Task An_index_shows_its_line_the_same_numbers_in_a_table_and_says_what_was_not_published()
    {
        var page = await (await portal.Browser().Get("/chi-so/par-index")).Read();
        var empty = await (await portal.Browser().Get("/chi-so/dti")).Read();
        var csv = await (await portal.Browser().Get("/chi-so/par-index.csv")).Text();

        var svg = page.QuerySelector(".chart svg[role=img]")!;
        Assert.All(svg.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        Assert.Contains("2023 chưa công bố", svg.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tăng 2,5 điểm so với 2024", page.QuerySelector("#tung-nam")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa công bố", page.QuerySelectorAll("#tung-nam tr").Single(row => row.QuerySelector("th")!.TextContent.StartsWith("2023", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Số mẫu", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll("#thanh-phan li").Length);
        Assert.Null(empty.QuerySelector(".chart"));
        Assert.DoesNotContain(empty.QuerySelectorAll("#tung-nam td.num"), cell => cell.TextContent.Trim() != "chưa công bố");
        Assert.Equal(["\"par-index\",\"thanh-pho\",\"2023\",\"\",\"điểm\",\"\",\"\",\"\",\"\",\"\",\"x\",\"\""], csv.Split("\r\n").Where(line => line.Contains("2023", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/chi-so/khong-co.csv")).StatusCode);
    }

    [Fact]
    public async Task The_goals_of_all_years_are_one_file()
    {
        var csv = (await (await portal.Browser().Get("/chi-tieu.csv")).Text()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var goals = await portal.Inside((_, db) => db.Editions.AsNoTracking().Live().Where(edition => edition.Type == "yearGoals" && edition.Culture == "vi").ToListAsync());

        Assert.NotNull((await (await portal.Browser().Get("/chi-tieu")).Read()).QuerySelector("a[href='/chi-tieu.csv']"));
        Assert.Contains("phai_dat", csv[0], StringComparison.Ordinal);
        Assert.All(goals.SelectMany(edition => edition.As<YearGoals>().Goals), goal => Assert.Contains(csv, line => line.Contains(goal.Name.Split('"')[0], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_of_years_becomes_drafts_and_one_row_of_nonsense_refuses_it_whole()
    {
        var editor = await portal.Browser().SignIn("bientap");
        const string head = "chi_so,cap,nam,ket_qua,don_vi,hang,tren,nguon\r\n";

        var refused = await editor.SendFiles("/quan-tri/chi-so", "File", [("a.csv", Encoding.UTF8.GetBytes(head + "sipas,xa,2026,83,điểm,1,114,QĐ\r\nsipas,xa,2024,183,điểm,9,3,QĐ\r\n"))]);
        var none = await Drafts();
        var taken = await editor.SendFiles("/quan-tri/chi-so", "File", [("a.csv", Encoding.UTF8.GetBytes(head + "sipas,xa,2026,\"83,5\",điểm,1,114,QĐ\r\n"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Dòng 3: kết quả nằm ngoài thang đo.", (await refused.Read()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(none);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(83.5m, (await Drafts()).Single().As<Indicator>().Latest(IndicatorLevel.Commune)!.Value);
        var draft = (await Drafts()).Single().Id.ToString();
        Assert.Contains(draft, await (await editor.Get("/quan-tri/chi-so")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(draft, await (await (await portal.Browser().SignIn("congtacvien")).Get("/quan-tri/chi-so")).Text(), StringComparison.Ordinal);
        Assert.Contains("82", (await (await portal.Browser().Get("/chi-so/sipas")).Read()).QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_the_Vietnamese_text_stand_in_its_translation_everywhere()
    {
        var item = new ContentItem { Type = "indicator", Key = "chi-so-thu", CreatedAt = Given.Morning };
        Indicator Body(int year, decimal value) => new() { Short = "THU", Measure = "điểm", ScaleFrom = 0, ScaleTo = 100, Order = 90, Years = [new IndicatorYear { Year = year, Value = value, Source = "QĐ" }] };
        await portal.Inside(async (services, db) =>
        {
            db.AddRange(item, Given.LiveEdition(Body(2025, 71.25m), "Chỉ số thử", "chi-so-thu", item: item), Given.LiveEdition(Body(2024, 11.75m) with { Measure = "points" }, "Trial index", "trial-index", "en", item));
            await db.SaveChangesAsync();
            services.GetRequiredService<Publishing>().Note(item.Editions[0]);
            await db.SaveChangesAsync();
            await services.GetRequiredService<KeepIndexJob>().Run(services.GetRequiredService<IServiceScopeFactory>(), default);
            return 0;
        });

        foreach (var address in new[] { "/en/chi-so", "/en/chi-so/trial-index", "/en/chi-so.csv", "/en/chi-so/trial-index.csv", "/api/v1/indices?language=en&size=100", "/api/v1/indices.csv?language=en", "/api/v1/indices/chi-so-thu?language=en", "/umbraco/delivery/api/v2/content/item/en/chi-so/trial-index" })
        {
            var text = await (await portal.Browser().Get(address)).Text();
            Assert.True(text.Contains("71.25", StringComparison.Ordinal) && !text.Contains("11.75", StringComparison.Ordinal), address);
        }
        Assert.Contains("points", await (await portal.Browser().Get("/en/chi-so/trial-index")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goals_say_what_is_reached_missed_and_not_published()
    {
        var page = await (await portal.Browser().Get("/chi-tieu/nam-2026")).Read();
        var english = await (await portal.Browser().Get("/en/chi-tieu/nam-2026")).Read();

        var goals = await portal.Inside(async (_, db) => (await db.Editions.AsNoTracking().Live().SingleAsync(edition => edition.Slug == "nam-2026" && edition.Culture == "vi")).As<YearGoals>().Goals);
        var today = VietnamTime.Day(TimeProvider.System.GetUtcNow());
        Assert.Equal(goals.Select(goal => goal.On(today).Vi()), page.QuerySelectorAll("#chi-tieu .status").Select(status => status.TextContent.Trim()));
        Assert.Contains("Đạt", page.QuerySelectorAll("#chi-tieu .status").Select(status => status.TextContent.Trim()));
        Assert.Contains("92.5 %", english.QuerySelector("#chi-tieu")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_down_from_the_board_stays_readable_and_what_is_not_posted_in_time_is_named_to_staff()
    {
        await portal.Inside(async (_, db) =>
        {
            var item = new ContentItem { Type = "disclosure", Key = "qua-han-thu", CreatedAt = default };
            var draft = new Edition { ItemId = item.Id, Item = item, Type = "disclosure", Culture = "vi", Number = 1 };
            draft.Write("Nội dung bị bỏ quên", "Một câu.", "qua-han-thu", new Disclosure { DecidedOn = new(2026, 1, 5) }, default);
            db.AddRange(item, draft);
            return await db.SaveChangesAsync();
        });
        var now = await (await portal.Browser().Get("/cong-khai")).Text();
        var past = await (await portal.Browser().Get("/cong-khai?tinh-trang=het")).Text();
        var old = await (await portal.Browser().Get("/cong-khai/quyet-toan-ngan-sach-2025")).Read();
        var desk = await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/niem-yet")).Read();
        var expired = await (await portal.Browser().Get("/iso/iso-18091-2020")).Read();

        var contributor = await (await (await portal.Browser().SignIn("congtacvien")).Get("/quan-tri/niem-yet")).Text();

        Assert.Contains("Nội dung bị bỏ quên", desk.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nội dung bị bỏ quên", contributor, StringComparison.Ordinal);
        Assert.DoesNotContain("/cong-khai/quyet-toan-ngan-sach-2025", now, StringComparison.Ordinal);
        Assert.Contains("/cong-khai/quyet-toan-ngan-sach-2025", past, StringComparison.Ordinal);
        Assert.Contains("Đã hết thời gian niêm yết", old.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("phải công khai chậm nhất 12/01/2026", desk.GetElementById("qua-han")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("muộn hơn hạn", (await (await portal.Browser().Get("/cong-khai/danh-muc-tai-san-cong")).Read()).QuerySelector("#moc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã hết hiệu lực 30/09/2026", desk.GetElementById("iso")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hết hiệu lực", expired.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
    }

    private Task<List<Edition>> Drafts() => portal.Inside((_, db) => db.Editions.AsNoTracking().Where(edition => edition.Type == "indicator" && edition.State == EditionState.Draft).ToListAsync());
}
