using System.Net;
using CCHC.Portal.Content;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web;

public sealed class MediaTests(PortalHost portal)
{
    [Fact]
    public async Task A_picture_of_a_live_page_is_kept_for_an_hour_and_then_asked_for_by_its_tag()
    {
        var response = await portal.Browser().Get(await Address());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/webp", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=3600", response.Header("Cache-Control"));
        Assert.NotNull(response.Headers.ETag);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_part_is_sent_when_a_part_is_asked_for()
    {
        var whole = await (await portal.Browser().Get(await Address())).Content.ReadAsByteArrayAsync();

        var part = await portal.Browser().Get(await Address(), ("Range", "bytes=10-19"));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[10..20], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await portal.Browser().Get(await Address(), ("Range", "bytes=999999999-"))).StatusCode);
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        var browser = portal.Browser();
        var tag = (await browser.Get(await Address())).Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.NotModified, (await browser.Get(await Address(), ("If-None-Match", tag))).StatusCode);
    }

    [Fact]
    public async Task A_smaller_picture_is_there_for_small_screens()
    {
        var (whole, small) = await portal.Inside(async (_, db) =>
        {
            var file = await db.MediaFiles.FirstAsync(f => f.UploaderId == null && f.Width > 480 && f.ContentType == "image/webp");
            return (file.Address(), file.Address(480));
        });

        Assert.NotEqual(whole, small);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(small)).StatusCode);
    }

    [Theory]
    [InlineData("/tep/000000000000/hall.webp")]        // not its mark
    [InlineData("/tep/khong/khong-co.webp")]
    [InlineData("/tep/..%2f..%2f/portal.db")]
    [InlineData("/tep/x/..%2f..%2fportal.db")]
    public async Task What_does_not_stand_on_the_shelf_is_not_there(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(path)).StatusCode);

    [Fact]
    public async Task A_width_nobody_made_is_not_there()
    {
        var address = await Address();

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(address.Insert(17, "-481"))).StatusCode);
    }

    private Task<string> Address() => portal.Inside(async (_, db) => (await db.MediaFiles.OrderBy(f => f.Name).FirstAsync(f => f.UploaderId == null && f.ContentType == "image/webp")).Address());
}
