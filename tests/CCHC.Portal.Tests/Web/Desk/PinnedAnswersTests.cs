using System.Net;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk;

/// <summary>Editors say what comes first for some words; they see what people look for, and nothing of who.</summary>
public sealed class PinnedAnswersTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_pinned_page_comes_first_by_every_name_while_it_is_up()
    {
        await portal.Settle();
        Assert.NotEqual("/huong-dan/chu-ky-so", (await Urls("sổ đỏ"))[0]);
        var desk = await portal.Browser().SignIn("duyetbai");

        await desk.Send("/quan-tri/chu-tim-kiem/ghim/moi", ("Text", "sổ đỏ"), ("Address", "http://localhost/huong-dan/chu-ky-so?x=1"), ("Do", "save"));
        await portal.Settle();

        Assert.Equal("/huong-dan/chu-ky-so", (await Urls("so do o dau"))[0]);
        Assert.Equal("/huong-dan/chu-ky-so", (await Urls("bìa đỏ"))[0]);
        Assert.NotEqual("/huong-dan/chu-ky-so", (await Urls("tách sổ đỏ"))[0]);
        Assert.Contains("Đang hiện đầu kết quả", await (await desk.Get("/quan-tri/chu-tim-kiem")).Text(), StringComparison.Ordinal);

        var pinned = await portal.Inside((_, db) => db.PinnedAnswers.AsNoTracking().SingleAsync(pin => pin.Text == "sổ đỏ"));
        await desk.Send($"/quan-tri/chu-tim-kiem/ghim/{pinned.Id}", ("Text", "sổ đỏ"), ("Address", "/huong-dan/chu-ky-so"), ("Version", pinned.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Until", "2020-01-01"), ("Do", "save"));
        await portal.Settle();
        Assert.NotEqual("/huong-dan/chu-ky-so", (await Urls("sổ đỏ"))[0]);
    }

    [Fact]
    public async Task A_pin_stands_with_its_page_and_falls_when_the_page_is_taken_away()
    {
        var edition = await portal.Publish(new CCHC.Portal.Content.Types.Article { Text = "Lịch tàu ra đảo." }, "Lịch tàu mùa gió chướng");
        await portal.Inside((_, db) =>
        {
            db.Add(new PinnedAnswer { Text = "đăng ký khai sinh", ItemId = edition.ItemId });
            return db.SaveChangesAsync();
        });
        portal.Services.GetRequiredService<Thesauri>().Forget(portal.Site.Id);
        Assert.Equal(edition.Address, (await Urls("đăng ký khai sinh"))[0]);
        var desk = await portal.Browser().SignIn("duyetbai");
        Assert.Contains("đăng ký khai sinh", (await (await desk.Get($"/quan-tri/noi-dung/{edition.Id}")).Read()).QuerySelector(".ed-side")!.TextContent, StringComparison.Ordinal);

        await portal.Inside(async (services, db) =>
        {
            await services.GetRequiredService<Publishing>().Withdraw(await db.Editions.SingleAsync(one => one.Id == edition.Id), Withdrawal.Gone("Thử"), null, CancellationToken.None);
            return true;
        });
        await portal.Settle();

        Assert.DoesNotContain(edition.Address, await Urls("đăng ký khai sinh"));
        Assert.Contains("Không hiện: bài đã gỡ", await (await desk.Get("/quan-tri/chu-tim-kiem")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pinned_wrongly_is_said()
    {
        var desk = await portal.Browser().SignIn("duyetbai");

        foreach (var address in new[] { "/thu-tuc/khong-co-trang-nay", "javascript:alert(1)", "" })
        {
            var answer = await desk.Send("/quan-tri/chu-tim-kiem/ghim/moi", ("Text", "một câu"), ("Address", address), ("Do", "save"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Không có trang nào đang đăng", await answer.Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_never_was_is_not_removed_and_the_record_stays_short()
    {
        var desk = await portal.Browser().SignIn("duyetbai");

        foreach (var form in new[] { "/quan-tri/chu-tim-kiem/ghim/moi", "/quan-tri/chu-tim-kiem/moi" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Send(form, ("Text", "một câu"), ("Do", "remove"))).StatusCode);
        }
        var many = string.Join('\n', Enumerable.Range(1, 20).Select(number => $"câu dài thứ {number} để ghim cho đủ nhiều chữ"));
        await desk.Send("/quan-tri/chu-tim-kiem/ghim/moi", ("Text", many), ("Address", "/huong-dan/chu-ky-so"), ("Until", "2020-01-01"), ("Do", "save"));

        Assert.All(await portal.Inside((_, db) => db.AuditEntries.Where(entry => entry.What == "search-pin-saved").Select(entry => entry.Detail).ToListAsync()), detail => Assert.InRange(detail.Length, 1, 300));
    }

    [Fact]
    public async Task Popular_words_are_shown_to_editors_and_personal_ones_are_never_kept()
    {
        await portal.Settle();
        const string Phone = "Mozilla/5.0 (Linux; Android 14) Mobile";
        foreach (var words in Enumerable.Repeat("khai sinh cho con", 3).Concat(["0912345678 khai sinh", "khai sinh 031 201 012 345", "a@b.vn khai sinh", "khai sinh ten.ho gmail.com", "o 9 1 2 3 4 5 khai sinh"]))
        {
            await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(words), ("User-Agent", Phone));
        }
        await portal.Services.GetRequiredService<KeepViewsJob>().Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);

        var kept = await portal.Inside((_, db) => db.SearchTallies.AsNoTracking().ToListAsync());

        Assert.Equal((0, 3), kept.Where(one => one.Words == "khai sinh cho con").Select(one => (one.Times, one.Answered)).Single());
        Assert.DoesNotContain(kept, one => one.Words.Any(char.IsDigit) || one.Words.Contains("mail", StringComparison.Ordinal) || one.Words.Contains('@'));
        Assert.Contains("khai sinh cho con", await (await (await portal.Browser().SignIn("duyetbai")).Get("/quan-tri/chu-tim-kiem")).Text(), StringComparison.Ordinal);
    }

    private async Task<List<string>> Urls(string query)
    {
        var answer = await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(query), ("Accept", "application/json"));
        return [.. JsonDocument.Parse(await answer.Text()).RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("url").GetString()!)];
    }
}
