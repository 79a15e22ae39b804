using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests.Web.Desk.Media;

/// <summary>What readers see is not changed through the library by those who may not publish.</summary>
public sealed class PublicPagesAreSafeTests(PortalHost portal)
{
    [Theory]
    [InlineData("congtacvien")]
    [InlineData("bientap")]
    public async Task Who_may_not_publish_neither_replaces_nor_describes_what_a_live_page_shows(string user)
    {
        var staff = await portal.Browser().SignIn(user);
        var file = await staff.Brings(portal, Library.Photo(), alt: "Lời đã duyệt");
        var replacing = await (await staff.Get($"{Library.Home}/{file.Id}/thay")).Read();
        var describing = await (await staff.Get($"{Library.Home}/{file.Id}")).Read();
        await portal.Publishes(new Article { Text = "x", Cover = file.Name }, "Bài đã đăng có ảnh của người khác");

        var page = await (await staff.Get($"{Library.Home}/{file.Id}")).Read();
        Assert.Contains("chỉ người duyệt đăng", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#f, a[href$='/thay'], button[form=f]"));
        var closed = await (await staff.Get($"{Library.Home}/{file.Id}/thay")).Read();
        Assert.Contains("chỉ người duyệt đăng", closed.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(closed.QuerySelectorAll("input[type=file]"));

        // With the forms of before it went out.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.Send($"{Library.Home}/{file.Id}", describing, ("Form.Alt", "Lời chưa ai duyệt"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.SendFiles($"{Library.Home}/{file.Id}/thay", replacing, "Sent", [("moi.jpg", Library.Photo())])).StatusCode);
        var kept = await portal.File(file.Id);
        Assert.Equal((file.Sha256, "Lời đã duyệt"), (kept.Sha256, kept.Alt));
    }

    [Fact]
    public async Task What_was_withdrawn_in_need_does_not_come_back_by_its_uploader()
    {
        var (contributor, publisher) = (await portal.Browser().SignIn("congtacvien"), await portal.Browser().SignIn("duyetbai"));
        var file = await contributor.Brings(portal, Library.Photo());
        await publisher.Send($"{Library.Home}/{file.Id}/go", ("Way", "go"), ("Reason", "Người trong ảnh rút đồng ý"));

        var page = await (await contributor.Get($"{Library.Home}/{file.Id}/khoi-phuc")).Read();
        Assert.Contains("đã bị gỡ khỏi trang", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var token = page.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? (await (await contributor.Get($"{Library.Home}/{file.Id}")).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await contributor.Post($"{Library.Home}/{file.Id}/khoi-phuc", ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(MediaState.Withdrawn, (await portal.File(file.Id)).State);

        await publisher.Send($"{Library.Home}/{file.Id}/khoi-phuc");
        Assert.Equal(MediaState.Active, (await portal.File(file.Id)).State);
    }

    [Fact]
    public async Task What_only_drafts_use_is_still_its_uploaders()
    {
        var staff = await portal.Browser().SignIn("congtacvien");
        var file = await staff.Brings(portal, Library.Photo());

        Assert.Equal(HttpStatusCode.Redirect, (await staff.SendFiles($"{Library.Home}/{file.Id}/thay", "Sent", [("moi.jpg", Library.Photo())])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.Send($"{Library.Home}/{file.Id}", ("Form.Alt", "Lời mới"))).StatusCode);
    }
}
