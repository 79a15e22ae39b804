using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Media;

public sealed class RemoveTests(PortalHost portal)
{
    [Fact]
    public async Task A_withdrawn_file_is_gone_at_every_address_at_once_and_back_when_restored()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var file = await portal.IsShown(await portal.DoesItsChores(await staff.Brings(portal, Library.Photo())));
        var reader = portal.Browser();
        await Expect(reader, file, HttpStatusCode.OK);

        await staff.Send($"{Library.Home}/{file.Id}/go", ("Way", "go"), ("Anyway", "true"), ("Reason", "Thử gỡ"));
        await Expect(reader, file, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, (await staff.Get($"{Library.Home}/{file.Id}/anh")).StatusCode);

        await staff.Send($"{Library.Home}/{file.Id}/khoi-phuc");
        await Expect(reader, file, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_in_the_bin_is_gone_too()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var file = await portal.DoesItsChores(await staff.Brings(portal, Library.Photo()));

        await staff.Send($"{Library.Home}/{file.Id}/go", ("Way", "bo"));

        await Expect(portal.Browser(), file, HttpStatusCode.NotFound);
        Assert.Equal(MediaState.Trashed, (await portal.File(file.Id)).State);
    }

    [Fact]
    public async Task A_file_whose_rights_ran_out_is_gone_and_its_pages_are_warned()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var file = await portal.DoesItsChores(await staff.Brings(portal, Library.Photo()));
        var article = await portal.Publishes(new Article { Text = "x", Cover = file.Name }, "Bài có ảnh sắp hết hạn");

        await staff.Send($"{Library.Home}/{file.Id}", ("Form.ExpiresOn", "2026-01-31"));

        await Expect(portal.Browser(), file, HttpStatusCode.NotFound);
        Assert.Contains("Ảnh hết hạn sử dụng từ 01/02/2026", await (await staff.Get($"/quan-tri/noi-dung/{article.Id}")).Text(), StringComparison.Ordinal);
        Assert.Contains("Ảnh hết hạn sử dụng từ 01/02/2026", await (await staff.Get($"{Library.Home}?van-de=het-han")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(file.Mark, await (await portal.Browser().Get(article.Address)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expiring_file_is_not_kept_by_browsers_beyond_its_day()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var file = await portal.IsShown(await staff.Brings(portal, Library.Photo()));
        var last = VietnamTime.Day(DateTimeOffset.UtcNow);

        await staff.Send($"{Library.Home}/{file.Id}", ("Form.ExpiresOn", last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        var kept = (await portal.Browser().Get(file.Address())).Headers.CacheControl!;
        Assert.InRange(kept.MaxAge!.Value, TimeSpan.Zero, TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerHour, (VietnamTime.At(last.AddDays(1), default) - DateTimeOffset.UtcNow + TimeSpan.FromSeconds(5)).Ticks)));
        Assert.DoesNotContain("immutable", kept.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_readers_pages_use_is_not_binned_and_the_pages_are_named()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var file = await staff.Brings(portal, Library.Photo());
        var article = await portal.Publishes(new Article { Text = $"![bến](media:{file.Name})" }, "Bài đang dùng ảnh này");

        var page = await (await staff.Get($"{Library.Home}/{file.Id}/go")).Read();
        var answer = await staff.Send($"{Library.Home}/{file.Id}/go", ("Way", "bo"));

        Assert.Contains("Bài đang dùng ảnh này", page.QuerySelector(".chk")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(MediaState.Active, (await portal.File(file.Id)).State);
        Assert.Contains(article.Id.ToString(), await (await staff.Get($"{Library.Home}/{file.Id}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_need_an_editor_withdraws_it_all_the_same_with_a_reason_on_record()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var file = await portal.DoesItsChores(await staff.Brings(portal, Library.Photo()));
        await portal.Publishes(new Article { Text = "x", Cover = file.Name }, "Bài có ảnh phải gỡ gấp");
        var path = $"{Library.Home}/{file.Id}/go";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.Send(path, ("Way", "go"), ("Anyway", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.Send(path, ("Way", "go"), ("Anyway", "true"), ("Reason", "Người trong ảnh rút đồng ý"))).StatusCode);

        await Expect(portal.Browser(), file, HttpStatusCode.NotFound);
        Assert.Equal("Người trong ảnh rút đồng ý", (await portal.Inside((_, db) => db.AuditEntries.SingleAsync(entry => entry.What == "media-withdrawn-in-use" && entry.Subject == file.Name))).Detail);
    }

    [Fact]
    public async Task New_bytes_show_on_every_page_and_the_old_address_is_no_more()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var file = await portal.DoesItsChores(await staff.Brings(portal, Library.Photo()));
        var article = await portal.Publishes(new Article { Text = "x", Cover = file.Name }, "Bài có ảnh được thay");

        var answer = await staff.SendFiles($"{Library.Home}/{file.Id}/thay", "Sent", [("moi.png", Library.Photo())]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Expect(portal.Browser(), file, HttpStatusCode.NotFound);
        var now = await portal.DoesItsChores(file);
        Assert.NotEqual(file.Sha256, now.Sha256);
        await Expect(portal.Browser(), now, HttpStatusCode.OK);
        Assert.Contains(now.Mark, await (await portal.Browser().Get(article.Address + "?moi")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.SendFiles($"{Library.Home}/{file.Id}/thay", "Sent", [("a.pdf", "%PDF-1.7\n%%EOF"u8.ToArray())])).StatusCode);
    }

    private static async Task Expect(Browser reader, MediaFile file, HttpStatusCode wanted)
    {
        foreach (var address in file.Addresses())
        {
            var answer = await reader.Get(address);
            Assert.True(answer.StatusCode == wanted, $"{address} answered {(int)answer.StatusCode}");
        }
    }
}
