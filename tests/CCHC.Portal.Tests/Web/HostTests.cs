using System.Net;

namespace CCHC.Portal.Tests.Web;

public sealed class HostTests(PortalHost portal)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("203.0.113.7")]
    public async Task An_unknown_host_is_turned_away_without_a_page(string host)
    {
        var response = await portal.Browser(host).Get("/");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(host, await response.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LOCALHOST")]
    [InlineData("cat-hai.localhost")]
    [InlineData("127.0.0.1:5102")]
    public async Task A_host_of_the_site_is_served_whatever_its_case_or_port(string host) =>
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser(host).Get("/")).StatusCode);

    [Fact]
    public async Task Links_for_machines_come_from_the_settings_and_never_from_the_request()
    {
        var page = await (await portal.Browser("cat-hai.localhost").Get("/")).Read();

        Assert.StartsWith(portal.Site.Profile.BaseUrl, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarded_host_is_not_believed()
    {
        var response = await portal.Browser().Get("/", ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("evil.example", await response.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_probe_that_comes_by_address_gets_its_answer()
    {
        Assert.Equal("ok", await (await portal.Browser("10.1.2.3").Get("/healthz")).Text());
    }
}
