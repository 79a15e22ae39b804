using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Tests.Web;

/// <summary>What a page costs on the island's network, and what may stay on a reader's machine.</summary>
public sealed partial class WeakNetworkTests(QuietPortal quiet)
{
    private readonly PortalHost portal = quiet.Portal;

    [Theory]
    [InlineData("/", 60)]
    [InlineData("/en", 60)]
    [InlineData("/thu-tuc/dang-ky-khai-sinh", 50)]
    [InlineData("/huong-dan/kich-hoat-vneid", 50)]
    [InlineData("/tin-tuc/nghi-dinh-224-co-gi-moi", 50)]
    [InlineData("/van-ban/nghi-quyet-76-nq-cp", 50)]
    [InlineData("/mot-cua/co-so-cat-ba", 50)]
    [InlineData("/duong-day-nong", 50)]
    [InlineData("/trang/gioi-thieu", 50)]
    [InlineData("/khan-cap", 14)]
    [InlineData("/duong-day-nong/van-ban", 14)]
    public async Task A_first_visit_weighs_at_most(string address, int kilobytes)
    {
        var browser = portal.Browser();
        var sent = await browser.Get(address, ("Accept-Encoding", "br"));
        var page = await (await browser.Get(address)).Read();
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], svg use").Select(node => (node.GetAttribute("src") ?? node.GetAttribute("href"))!.Split('#')[0])
            .Where(file => file.StartsWith('/')).Distinct().ToList();

        // The lightest pages are counted with every header that goes over the line, too: about 700 bytes an answer.
        var sum = (await sent.Content.ReadAsByteArrayAsync()).Length + (kilobytes > 14 ? 0 : 700 * (files.Count + 1));
        foreach (var file in files)
        {
            sum += Packed(await (await browser.Get(file)).Content.ReadAsByteArrayAsync(), file);
        }

        Assert.Equal(["br"], sent.Content.Headers.ContentEncoding);
        Assert.True(sum <= kilobytes * 1024, $"{address}: {sum} bytes in {files.Count + 1} answers");
        Assert.All(page.QuerySelectorAll("main img"), picture => Assert.True(picture.HasAttribute("width") && picture.HasAttribute("height") && (picture.GetAttribute("loading") == "lazy" || picture.GetAttribute("fetchpriority") == "high"), picture.OuterHtml));
    }

    [Fact]
    public async Task The_plain_page_of_numbers_has_every_number_and_needs_nothing_else()
    {
        var full = await (await portal.Browser().Get("/duong-day-nong")).Read();
        var plain = await (await portal.Browser().Get("/duong-day-nong/van-ban")).Read();

        Assert.Equal(full.QuerySelectorAll("main a.tel").Select(link => link.GetAttribute("href")), plain.QuerySelectorAll("li a[href^='tel:']").Select(link => link.GetAttribute("href")));
        Assert.Empty(plain.QuerySelectorAll("link[rel=stylesheet], script, img"));
    }

    [Fact]
    public async Task What_a_machine_keeps_is_there_and_public()
    {
        var script = await portal.Browser().Get("/sw.js");
        var text = await script.Text();
        using var known = JsonDocument.Parse(Known().Match(text).Groups[1].Value);
        var (shell, pages) = (Words(known.RootElement.GetProperty("shell")), new[] { "needed", "offline", "write" }.SelectMany(name => known.RootElement.GetProperty(name).EnumerateObject()).SelectMany(one => one.Value.ValueKind == JsonValueKind.Array ? Words(one.Value) : [one.Value.GetString()!]).ToList());

        Assert.Equal(("no-cache", "text/javascript"), (script.Header("Cache-Control"), script.Content.Headers.ContentType!.MediaType));
        Assert.Contains("/huong-dan/khi-khan-cap", pages);
        Assert.Contains("/en/duong-day-nong", pages);
        Assert.DoesNotContain("phan-anh", Words(known.RootElement.GetProperty("sections")));   // who wrote, or thought of it, leaves no trace
        foreach (var file in shell)
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(file)).StatusCode);
        }
        foreach (var page in pages)
        {
            var answer = await portal.Browser().Get(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
            Assert.True(answer.Headers.CacheControl!.Public, page);
        }
        Assert.Contains("""<template id="ban-luu">""", await (await portal.Browser().Get("/ngoai-tuyen")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/phan-anh/gui?loai=Report")]
    [InlineData("/phan-anh/tra-cuu")]
    [InlineData("/phan-anh/theo-doi")]
    [InlineData("/dang-nhap")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/tep/khong-co/khong-co.pdf")]
    public async Task What_takes_a_form_or_is_not_there_is_never_called_public(string address) =>
        Assert.False((await portal.Browser().Get(address)).Headers.CacheControl?.Public ?? false);

    [Fact]
    public async Task Nothing_shown_to_somebody_signed_in_is_called_public()
    {
        var officer = await portal.Browser().SignIn("bientap");

        Assert.All(new[] { await officer.Get("/"), await officer.Get("/thu-tuc"), await officer.Get("/quan-tri") }, answer => Assert.False(answer.Headers.CacheControl?.Public ?? false));
    }

    private static int Packed(byte[] content, string name)
    {
        if (name.EndsWith(".woff2", StringComparison.Ordinal))
        {
            return content.Length;
        }
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(content);
        }
        return (int)packed.Length;
    }

    private static List<string> Words(JsonElement list) => [.. list.EnumerateArray().Select(word => word.GetString()!)];

    [GeneratedRegex(@"^self\.portal=(\{.*\});$", RegexOptions.Multiline)]
    private static partial Regex Known();
}
