using System.Net;
using CCHC.Portal.Content;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>A page leaves as it was said, and what changes is told.</summary>
public sealed class RetiringTests(PortalHost portal) : EditorsDesk(portal)
{
    [Fact]
    public async Task A_withdrawn_page_stays_readable_under_its_notice_and_out_of_every_list()
    {
        var (id, address, publisher) = await Live();

        await publisher.Send(Desk(id) + "/go", ("Retirement", "Notice"), ("Text", "Quy định đã thay đổi."));
        await Settle();

        var page = await Portal.Browser().Get(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Read();
        Assert.Contains("Quy định đã thay đổi.", html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        foreach (var list in new[] { "/tin-tuc", "/rss.xml", "/sitemap/tin-tuc.xml" })
        {
            Assert.DoesNotContain(address, await (await Portal.Browser().Get(list)).Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_withdrawn_page_leads_where_the_editor_said_and_only_to_a_page_there_is()
    {
        var (id, address, publisher) = await Live();
        var (_, target, _) = await Live();

        foreach (var wrong in new[] { "https://example.com/x", "//example.com", "/khong-co/gi", "javascript:alert(1)", "", address })
        {
            var refused = await publisher.Send(Desk(id) + "/go", ("Retirement", "Redirected"), ("MovedTo", wrong), ("Text", "Đã chuyển."));
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity || wrong == address, $"{wrong}: {refused.StatusCode}");
            if (wrong == address && refused.StatusCode != HttpStatusCode.UnprocessableEntity)
            {
                Assert.Fail("A page leads to itself.");
            }
        }
        await publisher.Send(Desk(id) + "/go", ("Retirement", "Redirected"), ("MovedTo", target), ("Text", "Đã chuyển."));
        await Settle();

        var moved = await Portal.Browser().Get(address);
        Assert.Equal((HttpStatusCode.MovedPermanently, target), (moved.StatusCode, moved.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_preview_address_opens_for_anybody_until_it_is_revoked_and_is_never_indexed()
    {
        var (id, editor) = await Draft("bientap", "Chờ lãnh đạo xem");
        var made = await (await editor.Send(Desk(id) + "/chia-se", ("For", "Chủ tịch"), ("Lasts", "1"))).Read();
        var secret = new Uri(made.QuerySelector("#made")!.GetAttribute("value")!).AbsolutePath;

        var page = await Portal.Browser().Get(secret);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("noindex", page.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains("Chờ lãnh đạo xem", await page.Text(), StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Browser("cat-hai.localhost").Get("/xem-truoc/" + new string('0', 48))).StatusCode);

        var link = await Portal.Inside((_, db) => db.PreviewLinks.SingleAsync(link => link.EditionId == id));
        await editor.Post(Desk(id) + "/chia-se", await Token(editor, Desk(id) + "/chia-se", ("Revoke", link.Id.ToString())));
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Browser().Get(secret)).StatusCode);
    }

    [Fact]
    public async Task A_change_told_to_readers_stands_on_the_page()
    {
        var (id, address, publisher) = await Live();
        var editor = await Portal.Browser().SignIn("bientap");
        var next = (await editor.Send(Desk(id), ("Title", "Giờ mới đã sửa"), ("ChangeNote", "Sửa giờ mở cửa buổi chiều."))).Headers.Location!.ToString();
        await editor.Send(next + "/gui-duyet");
        await publisher.Send(next + "/duyet", ("Do", "now"));
        await Settle();

        Assert.Contains("Sửa giờ mở cửa buổi chiều.", (await (await Portal.Browser().Get(address)).Read()).QuerySelector("details.changes")!.TextContent, StringComparison.Ordinal);
    }
}
