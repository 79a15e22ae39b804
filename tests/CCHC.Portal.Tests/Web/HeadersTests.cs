using System.Net;

namespace CCHC.Portal.Tests.Web;

/// <summary>Every answer carries the one strict set of headers, also the ones that say no.</summary>
public sealed class HeadersTests(PortalHost portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/en")]
    [InlineData("/khong-co")]
    [InlineData("/rss.xml")]
    [InlineData("/healthz")]
    [InlineData("/quan-tri")]
    [InlineData("/phan-anh/gui")]
    [InlineData("/robots.txt")]
    public async Task Every_answer_is_strict(string path)
    {
        var response = await portal.Browser().Get(path);

        var policy = response.Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Equal("same-origin", response.Header("Cross-Origin-Opener-Policy"));
        Assert.NotEqual("", response.Header("Permissions-Policy"));
        Assert.Equal("", response.Header("Server"));
        Assert.Equal("", response.Header("X-Powered-By"));
    }

    [Fact]
    public async Task The_one_who_comes_by_a_strange_name_gets_them_too() =>
        Assert.Equal("nosniff", (await portal.Browser("evil.example").Get("/")).Header("X-Content-Type-Options"));

    [Theory]
    [InlineData("tuong-phan", "cao")]
    [InlineData("co-chu", "lon")]
    [InlineData("giao-dien", "toi")]
    public async Task A_preference_is_kept_by_a_plain_link_and_the_page_comes_back_without_it(string name, string value)
    {
        var browser = portal.Browser();

        var response = await browser.Get($"/?{name}={value}&trang=2");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/?trang=2", response.Headers.Location!.ToString());
        Assert.True(browser.HasCookie(name));
        var cookie = response.Header("Set-Cookie");
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-store", response.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preference_chosen_in_English_stays_in_English() =>
        Assert.Equal("/en/", (await portal.Browser().Get("/en?co-chu=lon")).Headers.Location!.ToString());

    [Fact]
    public async Task A_value_nobody_offers_is_not_kept()
    {
        var browser = portal.Browser();

        await browser.Get("/?tuong-phan=<script>");

        Assert.False(browser.HasCookie("tuong-phan"));
    }

    [Theory]
    [InlineData("//evil.example?co-chu=lon")]
    [InlineData("/%5Cevil.example?co-chu=lon")]
    [InlineData("/%2F%2Fevil.example?co-chu=lon")]
    public async Task A_preference_link_never_leads_to_another_host(string path)
    {
        var response = await portal.Browser().Get("http://localhost/" + path.TrimStart('/').Insert(0, path.StartsWith("//", StringComparison.Ordinal) ? "/" : ""));

        var target = response.Headers.Location?.ToString() ?? "/";
        Assert.False(target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith("/\\", StringComparison.Ordinal) || target.StartsWith("http", StringComparison.Ordinal), target);
    }
}
