using System.Net;
using System.Net.Http.Headers;

namespace CCHC.Portal.Tests.Web;

/// <summary>What goes wrong is said in plain words, in the look of the site, with the right number.</summary>
public sealed class ErrorsTests(PortalHost portal)
{
    [Theory]
    [InlineData("/khong-co", "vi")]
    [InlineData("/tin-tuc/khong-co-bai-nay", "vi")]
    [InlineData("/en/khong-co", "en")]
    [InlineData("/tep/0123456789ab/khong-co.webp", "vi")]
    public async Task What_is_not_there_is_a_404_with_a_way_on(string path, string language)
    {
        var response = await portal.Browser().Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await response.Read();
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("404", page.QuerySelector(".err-code")!.TextContent);
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/khong-co/trang nay", "/khong-co/trang%20nay", "/en/khong-co/trang%20nay")]
    [InlineData("/en/khong-co", "/khong-co", "/en/khong-co")]
    [InlineData("http://localhost//evil.example/x", "/", "/en/")]
    public async Task The_other_language_of_an_error_is_that_of_what_was_asked_for(string path, string vietnamese, string english)
    {
        var page = await (await portal.Browser().Get(path)).Read();

        Assert.Equal((vietnamese, english), (page.QuerySelector(".util a[hreflang=vi]")!.GetAttribute("href"), page.QuerySelector(".util a[hreflang=en]")!.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/loi/200")]
    [InlineData("/loi/404")]
    [InlineData("/loi/99999")]
    public async Task The_error_page_asked_for_by_its_address_is_not_there(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(path)).StatusCode);

    [Fact]
    public async Task A_form_that_lost_its_token_gives_back_what_was_typed()
    {
        var response = await portal.Browser().Post("/phan-anh/gui", ("Message", "Đường bị ngập nặng từ hôm qua."), ("Password", "bi-mat-cua-toi"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.Read();
        Assert.Contains("Đường bị ngập nặng từ hôm qua.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("bi-mat-cua-toi", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("no-store", response.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_and_not_as_a_page()
    {
        var page = await (await portal.Browser().Post("/phan-anh/gui", ("Message", "<script>alert(1)</script><img src=x onerror=alert(1)>"))).Read();

        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [onerror]"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_a_413_with_words()
    {
        using var content = new ByteArrayContent(new byte[100 * 1024]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");

        var response = await portal.Browser().Post("/", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("413", (await response.Read()).QuerySelector(".err-code")!.TextContent);
    }

    [Fact]
    public async Task A_form_with_too_many_fields_is_refused_and_nothing_breaks()
    {
        var response = await portal.Browser().Post("/phan-anh/gui", [.. Enumerable.Range(0, 2_000).Select(i => ("f" + i, "x"))]);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("/?q=%00")]
    [InlineData("/tim-kiem?q=%22%27(((%20AND%20*")]
    [InlineData("/tim-kiem?q=a%20NEAR(b%20-x%20col:x%20~%5E")]
    [InlineData("/tim-kiem?q=%ED%A0%80")]
    [InlineData("/tim-kiem?q=&trang=-1")]
    [InlineData("/tin-tuc?trang=99999999999999999999")]
    [InlineData("/tin-tuc?trang=abc")]
    [InlineData("/van-ban?nam=abc&loai=<x>")]
    [InlineData("/tep/x/y")]
    [InlineData("/tep/0123456789ab-99999999999/hall.webp")]
    [InlineData("/tep/%2e%2e%2f%2e%2e/portal.db")]
    public async Task Odd_addresses_break_nothing(string path)
    {
        var response = await portal.Browser().Get(path);

        Assert.True((int)response.StatusCode < 500, $"{path} answered {(int)response.StatusCode}");
    }

    [Fact]
    public async Task A_method_a_page_does_not_know_is_no_server_error()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "http://localhost/tin-tuc");

        Assert.InRange((int)(await portal.CreateClient().SendAsync(request)).StatusCode, 400, 499);
    }
}
