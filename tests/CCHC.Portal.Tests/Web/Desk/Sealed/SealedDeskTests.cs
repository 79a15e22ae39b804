using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Sealed;

/// <summary>A denunciation from the form to its reader and back to its sender; everybody else finds nothing.</summary>
public sealed class SealedDeskTests : IAsyncLifetime
{
    private const string Marker = "KINMARKER5", Words = Marker + " Ông Phó phòng nhận hối lộ hai mươi triệu đồng của tôi";
    private readonly PortalHost portal = PortalHost.With();
    private long step;

    public ValueTask InitializeAsync()
    {
        step = Now - 1;
        return portal.InitializeAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task It_is_sealed_opened_in_two_steps_asked_about_and_answered_and_every_look_is_on_record()
    {
        var sender = portal.Browser();
        var (code, secret) = await Sent(sender);
        var reader = await portal.Browser().SignIn("khokin");
        var list = await (await reader.Get("/quan-tri/kho-kin")).Read();
        var address = list.QuerySelectorAll("a[href^='/quan-tri/kho-kin/']").Select(link => link.GetAttribute("href")!).Single(link => Guid.TryParse(link.Split('/')[^1], out _));

        Assert.DoesNotContain(Marker, await (await reader.Get(address)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(address, ("Password", DemoPeople.Password), ("Code", "000000"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(address, ("Password", "sai-mat-khau-roi"), ("Code", App()))).StatusCode);
        Assert.Empty(await Accesses());
        var used = App();
        var opened = await (await reader.Send(address, ("Password", DemoPeople.Password), ("Code", used))).Read();
        Assert.Contains(Marker, opened.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(address, ("Password", DemoPeople.Password), ("Code", used))).StatusCode);   // a code is good once

        var form = opened.QuerySelector("form[action$='/viet']")!;
        var pass = form.QuerySelector("[name=Pass]")!.GetAttribute("value")!;
        var token = opened.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await reader.Post(address + "/viet", ("Pass", pass), ("Text", "Việc xảy ra ngày nào?"), ("To", "ToSender"), ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.Post(address + "/viet", ("Pass", "x"), ("Text", "Không có phép"), ("To", "ToSender"), ("__RequestVerificationToken", token))).StatusCode);

        var back = portal.Browser();   // another device: only the two codes
        var found = await back.Send("/phan-anh/tra-cuu", ("Code", code), ("Secret", secret));
        var letters = await (await back.Follow(found)).Read();
        Assert.Contains("Việc xảy ra ngày nào?", letters.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, letters.DocumentElement.OuterHtml, StringComparison.Ordinal);   // what was sent is not shown again
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await back.Send("/phan-anh/trao-doi", ("Words", " "))).StatusCode);
        var letter = letters.QuerySelector("input[name=Letter]")!.GetAttribute("value")!;
        for (var sent = 0; sent < 2; sent++)   // a weak signal, a second press
        {
            Assert.Equal(HttpStatusCode.Redirect, (await back.Send("/phan-anh/trao-doi", ("Words", "Ngày 12 tháng 11"), ("Letter", letter))).StatusCode);
        }
        Assert.Single((await (await back.Get("/phan-anh/trao-doi")).Read()).QuerySelectorAll(".tl li"), line => line.TextContent.Contains("Ngày 12 tháng 11", StringComparison.Ordinal));

        var again = await (await reader.Post(address, ("Pass", pass), ("__RequestVerificationToken", token))).Read();
        Assert.Contains("Ngày 12 tháng 11", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var auditor = await portal.Browser().SignIn("kiemtra");
        var log = await (await auditor.Get("/quan-tri/kho-kin/nhat-ky")).Read();
        Assert.Contains("Người phụ trách kho kín (mẫu)", log.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("dưới 5", log.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, log.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(code, log.DocumentElement.OuterHtml, StringComparison.Ordinal);   // who audits learns no code; who reads does
        Assert.Contains(code, await (await reader.Get("/quan-tri/kho-kin/nhat-ky")).Text(), StringComparison.Ordinal);
        Assert.Equal(["mở xem", "viết cho người gửi", "mở xem"], (await Accesses()).Select(access => access.What));
    }

    [Fact]
    public async Task Who_sent_it_is_shown_once_to_a_reader_who_says_why_and_only_after_that_was_written_down()
    {
        const string name = "Người Tố Kín", phone = "907654555";
        await Sent(portal.Browser(), ("Form.Name", name), ("Form.Phone", "0" + phone));
        var reader = await portal.Browser().SignIn("khokin");
        var address = $"/quan-tri/kho-kin/{(await Cases()).Single().Id}";

        var opened = await (await reader.Send(address, ("Password", DemoPeople.Password), ("Code", App()))).Read();
        Assert.Contains(Marker, opened.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(name, opened.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, opened.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var (pass, token) = (opened.QuerySelector("form[action$='/nguoi-gui'] [name=Pass]")!.GetAttribute("value")!, opened.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.Get(address + "/nguoi-gui")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.Post(address + "/nguoi-gui", ("Pass", "x"), ("Text", "vì"), ("__RequestVerificationToken", token))).StatusCode);
        Assert.DoesNotContain(name, await (await reader.Post(address + "/nguoi-gui", ("Pass", pass), ("Text", " "), ("__RequestVerificationToken", token))).Text(), StringComparison.Ordinal);
        Assert.Equal(["mở xem"], (await Accesses()).Select(access => access.What));

        var shown = await (await reader.Post(address + "/nguoi-gui", ("Pass", pass), ("Text", "Gọi lại để xác minh"), ("__RequestVerificationToken", token))).Text();
        Assert.Contains(name, shown, StringComparison.Ordinal);
        Assert.Contains(phone, shown, StringComparison.Ordinal);
        Assert.Equal(["mở xem", "xem người gửi"], (await Accesses()).Select(access => access.What));
        var again = await (await reader.Post(address, ("Pass", pass), ("__RequestVerificationToken", token))).Text();
        Assert.Contains("Xem người gửi vì: Gọi lại để xác minh", again, StringComparison.Ordinal);
        Assert.DoesNotContain(name, again, StringComparison.Ordinal);
        Assert.DoesNotContain("xác minh", await (await (await portal.Browser().SignIn("kiemtra")).Get("/quan-tri/kho-kin/nhat-ky")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_without_an_app_is_led_to_set_one_up_and_opens_nothing()
    {
        await Sent(portal.Browser());
        await portal.Inside(async (_, db) =>
        {
            (await db.People.SingleAsync(person => person.UserName == "khokin")).TwoFactorEnabled = false;
            return await db.SaveChangesAsync();
        });
        var reader = await portal.Browser().SignIn("khokin");
        var id = (await Cases()).Single().Id;

        foreach (var address in new[] { "/quan-tri", "/quan-tri/kho-kin", $"/quan-tri/kho-kin/{id}", "/quan-tri/kho-kin/nhat-ky" })
        {
            Assert.Contains("/tai-khoan/xac-thuc", (await reader.Get(address)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_who_is_accused_does_not_see_it()
    {
        await Sent(portal.Browser(), ("Form.AboutUnit", "UBND"), ("Form.AboutPost", "Officer"), ("Form.AboutName", "Người phụ trách kho kín (mẫu)"));
        var reader = await portal.Browser().SignIn("khokin");

        Assert.DoesNotContain((await Cases()).Single().ReferenceCode, await (await reader.Get("/quan-tri/kho-kin")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/quan-tri/kho-kin/{(await Cases()).Single().Id}")).StatusCode);
    }

    [Fact]
    public async Task Wrong_codes_of_either_kind_and_codes_nobody_has_get_one_answer()
    {
        var (sealedCode, sealedSecret) = await Sent(portal.Browser());
        var codes = portal.Services.GetRequiredService<CaseCodes>();   // well-formed ones: a slip is called a slip, whatever stands behind the code
        var (nobodys, wrong) = (codes.NewReference(), codes.SecretFor(sealedCode));
        var answers = new List<string>();
        foreach (var (code, secret) in new[] { (sealedCode, wrong), (nobodys, wrong), (nobodys, sealedSecret) })
        {
            var answer = await portal.Browser().Send("/phan-anh/tra-cuu", ("Code", code), ("Secret", secret));
            answers.Add($"{(int)answer.StatusCode} {(await answer.Read()).QuerySelector("main .esum")!.TextContent}");
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task The_administrator_finds_nothing_behind_any_door_and_nothing_of_it_is_mailed()
    {
        var (code, _) = await Sent(portal.Browser());
        var id = (await Cases()).Single().Id;
        foreach (var userName in DemoPeople.All.Select(person => person.UserName).Except(["khokin", "kiemtra"]))
        {
            var somebody = await portal.Browser().SignIn(userName);
            foreach (var address in Given.Addresses(portal, [id], code).Append("/quan-tri/phan-anh?tinh-trang=tat-ca&q=hoi+lo").Append("/tim-kiem?q=" + code.ToLowerInvariant()))
            {
                var text = await (await somebody.Get(address)).Text();
                Assert.False(text.Contains(Marker, StringComparison.Ordinal) || (text.Contains(code, StringComparison.Ordinal) && !address.Contains(code, StringComparison.OrdinalIgnoreCase)), $"{userName} {address}");
            }
        }
        Assert.Equal(0, (await portal.Inside((_, db) => db.Set<CCHC.Portal.Channels.OutboxMessage>().AsNoTracking().ToListAsync())).Count(message => message.Read<System.Text.Json.Nodes.JsonObject>(portal.Services.GetRequiredService<CCHC.Portal.Storage.Vault>())?.ToJsonString().Contains(code, StringComparison.Ordinal) == true));
    }

    // The app's next code: each is good once.
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;

    // Each code once, and none that a busy machine let grow old.
    private string App()
    {
        step = Math.Max(step, Now - 1);
        return Totp.CodeAt(DemoPeople.ReaderKey, step++);
    }

    private static async Task<(string Code, string Secret)> Sent(Browser browser, params (string, string)[] more)
    {
        var sent = await browser.Send("/phan-anh/gui", [("Step", "3"), ("Go", "send"), ("Form.Kind", "Denunciation"), ("Form.Field", "Land"), ("Form.Message", Words), ("Form.Agreed", "true"), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var receipt = await (await browser.Follow(sent)).Read();
        return (receipt.QuerySelector(".code-box b")!.TextContent, receipt.QuerySelector(".code-box.secret b")!.TextContent);
    }

    private Task<List<SealedCase>> Cases() => portal.Inside((services, _) => services.GetRequiredService<SealedDb>().Cases.AsNoTracking().ToListAsync());

    private Task<List<SealedAccess>> Accesses() => portal.Inside((services, _) => services.GetRequiredService<SealedDb>().Accesses.AsNoTracking().OrderBy(access => access.Number).ToListAsync());
}
