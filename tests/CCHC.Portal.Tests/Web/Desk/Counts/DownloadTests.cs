using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Tests.Web.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Counts;

/// <summary>What leaves the desk as a file: whole lists, nobody else's cases, senders only to who may see them, and every time written down.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private const string Inbox = "/quan-tri/phan-anh/tai-ve", Phone = "0901234567";
    private static readonly (string, string) Password = ("Password", DemoPeople.Password);
    private readonly PortalHost portal = PortalHost.With();

    public async ValueTask InitializeAsync() => await portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_file_holds_the_whole_list_that_is_open_and_nobody_elses_cases()
    {
        var mine = new List<string>();
        for (var i = 0; i < 45; i++)   // more than two pages
        {
            mine.Add(await portal.Case("KT", message: i == 7 ? "=1+1" : "Đường ngập."));
        }
        var theirs = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.kt");

        var text = await Text(await officer.Send(Inbox, ("Kind", "csv"), Password));

        Assert.All(mine, code => Assert.Contains(code, text, StringComparison.Ordinal));
        Assert.DoesNotContain(theirs, text, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF\"Mã\"", text, StringComparison.Ordinal);
        Assert.Equal(1, (await Text(await officer.Send(Inbox + "?q=" + mine[3], ("Kind", "csv2"), Password))).Split("PA-").Length - 1);
        Assert.Equal("PK", (await Text(await officer.Send(Inbox, ("Kind", "xlsx"), Password)))[..2]);
    }

    [Fact]
    public async Task Each_file_is_written_down_with_what_was_asked()
    {
        await portal.Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");

        await officer.Send(Inbox + "?tinh-trang=tat-ca", ("Kind", "csv"), Password);
        await (await portal.Browser().SignIn("kiemtra")).Get("/quan-tri/so-lieu/phan-anh/tai-ve/xlsx?so=tre-han");   // no such number
        await (await portal.Browser().SignIn("kiemtra")).Send("/quan-tri/so-lieu/phan-anh/tai-ve/xlsx?so=tre-hen", Password);

        var entries = await portal.Inside((_, db) => db.AuditEntries.AsNoTracking().Where(entry => entry.What.Contains("exported")).ToListAsync());
        Assert.Contains(entries, entry => entry.What == "cases-exported" && entry.Detail.Contains("tinh-trang=tat-ca", StringComparison.Ordinal));
        Assert.Single(entries, entry => entry.What == "figures-exported" && entry.Subject == "tre-hen");
    }

    [Fact]
    public async Task No_file_leaves_without_the_password_of_who_asks_for_it()
    {
        var code = await portal.Case("KT");
        var officer = await portal.Browser().SignIn("truongphong.kt");
        var before = await portal.Inside((_, db) => db.AuditEntries.CountAsync(entry => entry.What.Contains("exported")));

        foreach (var address in new[] { Inbox, "/quan-tri/so-lieu/phan-anh/tai-ve/csv?so=da-nhan", $"/quan-tri/phan-anh/{code}/tai-lich-su" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send(address, ("Password", ""))).StatusCode);
            var answer = await officer.Send(address, ("Password", "khong-phai-mat-khau-nay"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Mật khẩu của bạn chưa đúng", (await answer.Read()).QuerySelector(".esum a[href='#Password']")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(before, await portal.Inside((_, db) => db.AuditEntries.CountAsync(entry => entry.What.Contains("exported"))));
    }

    [Fact]
    public async Task Senders_leave_only_with_a_reason_and_each_look_stands_in_the_history_of_its_case()
    {
        var code = await portal.Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");

        var unreasoned = await officer.Send(Inbox, ("Kind", "csv"), Password, ("WithSenders", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.DoesNotContain((await portal.Kept(code)).Events, happened => happened.Kind == CaseEventKind.Revealed);

        var text = await Text(await officer.Send(Inbox, ("Kind", "csv"), Password, ("WithSenders", "true"), ("Why", "Gọi hẹn đo đạc")));

        Assert.Contains(Phone, text, StringComparison.Ordinal);
        var look = Assert.Single((await portal.Kept(code)).Events, happened => happened.Kind == CaseEventKind.Revealed);
        Assert.Contains("Gọi hẹn đo đạc", look.Text, StringComparison.Ordinal);
        Assert.False(look.IsPublic);
    }

    [Fact]
    public async Task Who_may_not_see_senders_gets_none_whatever_they_ask_for()
    {
        var code = await portal.Case("KT");
        var head = await portal.Browser().SignIn("truongphong.kt");   // heads do not reveal

        var text = await Text(await head.Send(Inbox, ("Kind", "csv"), Password, ("WithSenders", "true"), ("Why", "Muốn biết")));

        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Mai", text, StringComparison.Ordinal);
        Assert.DoesNotContain((await portal.Kept(code)).Events, happened => happened.Kind == CaseEventKind.Revealed);
    }

    [Fact]
    public async Task The_figures_leave_as_many_rows_as_the_number_says_and_no_words()
    {
        var code = await portal.Case("KT", message: "Lời của người dân.");
        await portal.Case("VP");
        var head = await portal.Browser().SignIn("truongphong.kt");

        var text = await Text(await head.Send("/quan-tri/so-lieu/phan-anh/tai-ve/csv?so=da-nhan", Password));

        var expected = await portal.Inside((_, db) => db.Feedback.Counted().CountAsync(one => one.UnitId == portal.Site.UnitByCode("KT")!.Id));
        Assert.Equal(expected, text.Split("\r\n").Length - 2);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lời của", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get("/quan-tri/so-lieu/phan-anh/tai-ve/exe?so=da-nhan")).StatusCode);
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
