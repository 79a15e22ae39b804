using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using CCHC.Portal.Cases;
using CCHC.Portal.Tests.Web.Desk.Cases;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Counts;

/// <summary>The figures of the desk: each number opens its list, heads count their own, and the public board says the same.</summary>
public sealed class CountsTests : IAsyncLifetime
{
    private const string Figures = "/quan-tri/so-lieu/phan-anh";
    private readonly PortalHost portal = PortalHost.With();

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        foreach (var unit in new[] { "KT", "VP", "" })
        {
            await portal.Case(unit);
        }
        await portal.Case("KT", feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), DateTimeOffset.UtcNow, Given.Terms().Calendar), field: FeedbackField.Land);
        await portal.Case("KT", feedback => feedback.Withdraw("", DateTimeOffset.UtcNow, Given.Terms().Calendar));
        await portal.Case("VP", feedback => feedback.Ask("Ở đâu?", Guid.CreateVersion7(), DateTimeOffset.UtcNow));
        for (var mark = 1; mark <= 5; mark++)
        {
            var code = await portal.Case("KT", feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), DateTimeOffset.UtcNow, Given.Terms().Calendar));
            var score = mark;
            await portal.Inside(async (_, db) =>
            {
                var answered = await db.Feedback.SingleAsync(one => one.ReferenceCode == code);
                var rating = SatisfactionRating.Of(answered);
                rating.Give(answered, score, "", 7, DateTimeOffset.UtcNow);
                db.Add(rating);
                return await db.SaveChangesAsync();
            });
        }
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("lanhdao", "")]
    [InlineData("daumoi", "?ky=nam")]
    [InlineData("truongphong.kt", "")]
    [InlineData("giamsat", "?don-vi=KT")]
    public async Task Every_number_opens_the_list_of_exactly_as_many(string userName, string filter)
    {
        var year = VietnamTime.Day(DateTimeOffset.UtcNow).Year.ToString(CultureInfo.InvariantCulture);
        var reader = await portal.Browser().SignIn(userName);
        var page = await (await reader.Get(Figures + filter.Replace("nam", year, StringComparison.Ordinal))).Read();
        var numbers = page.QuerySelectorAll("main a.nr").Select(link => (Address: link.GetAttribute("href")!, Count: Count(link))).Distinct().ToList();

        Assert.True(numbers.Count >= 30, $"Only {numbers.Count} numbers.");
        foreach (var (address, count) in numbers)
        {
            Assert.Equal((address, count), (address, await Listed(reader, address)));
        }
    }

    [Fact]
    public async Task The_columns_of_each_table_add_up_to_the_tile_above()
    {
        var page = await (await (await portal.Browser().SignIn("lanhdao")).Get(Figures)).Read();
        var received = Count(page.QuerySelector("main .kpi a.nr")!);

        foreach (var table in page.QuerySelectorAll("main table.nums"))
        {
            Assert.Equal(received, table.QuerySelectorAll("tbody tr").Sum(row => Number(row.QuerySelector("td")!.TextContent)));
        }
    }

    [Fact]
    public async Task A_head_counts_the_own_unit_only_and_cannot_ask_for_another()
    {
        var head = await portal.Browser().SignIn("truongphong.kt");

        var page = await (await head.Get(Figures)).Read();

        Assert.Equal(["Phòng Kinh tế"], page.QuerySelectorAll("main section[aria-labelledby='h-don-vi'] tbody th").Select(cell => cell.TextContent));
        Assert.Empty((await (await head.Get(Figures + "?don-vi=VP")).Read()).QuerySelectorAll("main a.nr"));
        Assert.Equal(0, await Listed(head, Figures + "/danh-sach?don-vi=VP"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(Figures + "/bao-cao?don-vi=VP")).StatusCode);
    }

    [Fact]
    public async Task What_is_about_the_reader_is_not_counted_for_them()
    {
        var head = await portal.PersonCalled("truongphong.kt");
        var before = Count((await (await (await portal.Browser().SignIn("truongphong.kt")).Get(Figures)).Read()).QuerySelector("main .kpi a.nr")!);
        var code = await portal.Case("KT");
        await portal.Inside(async (_, db) =>
        {
            var feedback = await db.Feedback.Include(one => one.Bars).Include(one => one.Abouts).SingleAsync(one => one.ReferenceCode == code);
            var about = new CaseAbout { SiteId = portal.Site.Id, FeedbackId = feedback.Id, Post = AboutPost.Officer, PersonId = head, Source = AboutSource.Officer, At = DateTimeOffset.UtcNow };
            feedback.IsAbout(about, [new CaseBar { SiteId = portal.Site.Id, FeedbackId = feedback.Id, AboutId = about.Id, PersonId = head }], "Về trưởng phòng", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(before, Count((await (await (await portal.Browser().SignIn("truongphong.kt")).Get(Figures)).Read()).QuerySelector("main .kpi a.nr")!));
    }

    [Fact]
    public async Task The_public_board_and_the_dashboard_are_equal_to_the_unit()
    {
        for (var i = 0; i < 9; i++)
        {
            await portal.Case("VP", feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), DateTimeOffset.UtcNow, Given.Terms().Calendar));
        }
        var board = await portal.Inside((services, _) => services.GetRequiredService<PromiseBoard>().Of(portal.Site, FigurePeriod.QuarterOf(VietnamTime.Day(DateTimeOffset.UtcNow.AddHours(-2))), CancellationToken.None));
        var intake = await portal.Browser().SignIn("daumoi");
        var shown = 0;

        foreach (var line in board.Lines.Where(line => line.UnitId is not null))
        {
            var code = portal.Site.UnitById(line.UnitId)!.Code;
            foreach (var (number, key) in new[] { (line.Received, "da-nhan"), (line.OnTime, "dung-hen"), (line.Late, "tre-hen"), (line.Running, "con-han"), (line.Withdrawn, "da-rut") })
            {
                if (number is { } published)
                {
                    shown++;
                    Assert.Equal((code, key, published), (code, key, await Listed(intake, $"{Figures}/danh-sach?ky={board.Period.Key}&don-vi={code}&so={key}")));
                }
            }
        }
        Assert.True(shown > 0);
    }

    [Fact]
    public async Task A_head_signs_for_a_quarter_that_is_over_and_what_was_signed_stays_though_the_numbers_move()
    {
        var head = await portal.Browser().SignIn("truongphong.kt");
        var quarter = FigurePeriod.QuarterOf(VietnamTime.Day(DateTimeOffset.UtcNow));
        var past = $"{Figures}/bao-cao?ky={quarter.Before.Key}";

        Assert.DoesNotContain("Ký xác nhận", await (await head.Get($"{Figures}/bao-cao?ky={quarter.Key}")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send(past, ("Remark", "Thiếu người đo đạc."))).StatusCode);
        await portal.Inside(async (_, db) =>
        {
            var old = new Feedback { SiteId = portal.Site.Id, ReferenceCode = "PA-KYLA-2026", SecretHash = [1], IdempotencyKey = Guid.CreateVersion7().ToString("n"), Message = "Đèn hỏng.", ReceivedAt = VietnamTime.At(quarter.Before.First, new TimeOnly(9, 0)) };
            old.Receive(FeedbackKind.Report, FeedbackField.Land, portal.Site.UnitByCode("KT")!.Id, quarter.Before.First.AddDays(14));
            old.StartClocks(Given.Terms(portal.Site));
            db.Add(old);
            return await db.SaveChangesAsync();
        });

        var page = await (await head.Get(past)).Text();
        Assert.Contains("Thiếu người đo đạc.", page, StringComparison.Ordinal);
        Assert.Contains("đã nhận 0", page, StringComparison.Ordinal);
        Assert.Contains("số liệu đã thay đổi", page, StringComparison.Ordinal);

        var (file, sent) = ($"{Figures}/bao-cao/tep/csv?ky={quarter.Before.Key}&don-vi=KT", $"{Figures}/bao-cao/da-gui?ky={quarter.Before.Key}&don-vi=KT");
        var table = await (await head.Get(file)).Text();
        Assert.Contains($"\"{quarter.Before.Words}\"", table, StringComparison.Ordinal);
        Assert.Contains("\"1\",\"Đã nhận\",\"vụ\",\"0\"", table, StringComparison.Ordinal);   // what was signed, not what is counted now
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"{Figures}/bao-cao/tep/csv?ky={quarter.Key}&don-vi=KT")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(sent, ("Number", ""), ("To", "Cấp trên"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send(sent, ("Number", "45/BC-KT (mẫu)"), ("To", "Cấp trên"))).StatusCode);
        Assert.Contains("số 45/BC-KT (mẫu), tới Cấp trên", await (await head.Get(past)).Text(), StringComparison.Ordinal);

        var observer = await portal.Browser().SignIn("giamsat");
        var seen = await (await observer.Get(past + "&don-vi=KT")).Read();
        Assert.Null(seen.QuerySelector("#Remark"));
        var token = seen.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await observer.Post(past + "&don-vi=KT", ("__RequestVerificationToken", token), ("Remark", "Tôi ký thay."))).StatusCode);
    }

    private static async Task<int> Listed(Browser reader, string address)
    {
        var list = await (await reader.Get(address)).Read();
        return list.QuerySelector("main .pg .meta") is { } said ? int.Parse(said.TextContent.Split("trong ")[1].Split(' ')[0], CultureInfo.InvariantCulture) : list.QuerySelectorAll("main tbody tr").Length;
    }

    private static int Count(IElement link) => Number((link.QuerySelector("b") ?? link).TextContent);

    private static int Number(string text) => int.Parse(text.Trim().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
