using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CCHC.Portal.Content;
using CsCheck;

namespace CCHC.Portal.Tests.Content;

public sealed class MarkdownTextTests
{
    [Fact]
    public void A_text_becomes_headings_lists_tables_and_links()
    {
        var page = Parse("## Đầu đề\n\nMột *câu* có [liên kết](/huong-dan/x).\n\n- một\n- hai\n\n| A | B |\n| --- | ---: |\n| 1 | 2 |\n");

        Assert.Equal("Đầu đề", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("/huong-dan/x", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(2, page.QuerySelectorAll("ul > li").Length);
        Assert.Equal("col", page.QuerySelector("th")!.GetAttribute("scope"));
        Assert.Equal("r", page.QuerySelector("tbody td:last-child")!.ClassName);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData("::: note Lưu ý khi nộp\nMang theo bản gốc.\n:::", "callout")]
    [InlineData("::: warn Cẩn thận\nMang theo bản gốc.\n:::", "callout warn")]
    public void A_callout_has_its_title_and_its_text(string text, string className)
    {
        var callout = Parse(text).QuerySelector(".callout")!;

        Assert.Equal(className, callout.ClassName);
        Assert.NotEqual("", callout.QuerySelector(".callout-t")!.TextContent);
        Assert.Contains("Mang theo bản gốc.", callout.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_callout_title_is_text_and_nothing_else() =>
        Assert.Empty(Parse("::: note <img src=x onerror=alert(1)>\nChữ.\n:::").QuerySelectorAll("img, [onerror]"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe src=//evil.example></iframe>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<form action=//evil.example><input name=a></form>")]
    [InlineData("<a href='javascript:alert(1)' onclick=alert(1)>x</a>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x\" onerror=\"alert(1)](media:a.webp)")]
    [InlineData("![x](media:a.webp \"y\\\" onload=\\\"alert(1)\")")]
    [InlineData("[^1]\n\n[^1]: <script>alert(1)</script>")]
    [InlineData("| <script>alert(1)</script> |\n| --- |\n| [x](javascript:1) |")]
    public void Nothing_hostile_comes_through(string text) => AssertHarmless(MarkdownText.Html(text));

    [Fact]
    public void No_mixture_of_hostile_pieces_comes_through() =>
        Gen.OneOf("<script>", "</script>", "javascript:", "[x](", ")", "![", "](", "\"", "'", "`", "\n", "\n\n", "> ", "- ", "| ", "::: note ", ":::", "<img src=x onerror=", "alert(1)", "&#106;", "data:text/html,", "<svg onload=", " ", "\\", "**", "[^1]", ": ", "<", ">", "chữ")
            .List[1, 30].Sample(pieces => AssertHarmless(MarkdownText.Html(string.Concat(pieces))));

    [Fact]
    public void Two_hundred_thousand_characters_are_refused_with_words()
    {
        var long_ = new string('a', 200_000);

        Assert.Contains("100.000", MarkdownText.Problem(long_), StringComparison.Ordinal);
        Assert.Equal("", MarkdownText.Html(long_));
        Assert.Equal("", MarkdownText.Plain(long_));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("**a ")]
    [InlineData("::: note\n")]
    public void Deep_nesting_is_refused_or_shown_but_never_breaks_a_page(string opener)
    {
        var deep = string.Concat(Enumerable.Repeat(opener, 20_000 / opener.Length)) + "x";

        Assert.True(MarkdownText.Html(deep).Length <= 2_000_000);
        _ = MarkdownText.Problem(deep);
        _ = MarkdownText.Plain(deep);
    }

    [Fact]
    public void A_table_that_would_swell_to_megabytes_is_refused_with_words()
    {
        var bomb = "|" + string.Concat(Enumerable.Repeat("a|", 1_500)) + "\n|" + string.Concat(Enumerable.Repeat("-|", 1_500)) + "\n" + string.Concat(Enumerable.Repeat("|\n", 1_500));

        Assert.Contains("2 MB", MarkdownText.Problem(bomb), StringComparison.Ordinal);
        Assert.Equal("", MarkdownText.Html(bomb));
    }

    [Fact]
    public void Links_to_other_sites_tell_them_nothing_of_us() =>
        Assert.Equal("noopener noreferrer", Parse("[x](https://dichvucong.gov.vn)").QuerySelector("a")!.GetAttribute("rel"));

    [Fact]
    public void The_words_alone_carry_no_marks() =>
        Assert.Equal("Đầu đề\nMột câu.", MarkdownText.Plain("## Đầu đề\n\nMột *câu*.").Replace("\n\n", "\n", StringComparison.Ordinal));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Nothing_stays_nothing(string? text)
    {
        Assert.Equal("", MarkdownText.Html(text));
        Assert.Null(MarkdownText.Problem(text));
    }

    private static IDocument Parse(string text) => new HtmlParser().ParseDocument(MarkdownText.Html(text));

    private static void AssertHarmless(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, style, iframe, object, embed, form, input, svg, math, link, meta, base, [style]"));
        foreach (var attribute in page.Body!.QuerySelectorAll("*").SelectMany(element => element.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), html);
            if (attribute.Name is "href" or "src")
            {
                var address = attribute.Value.Trim().ToLowerInvariant();
                Assert.False(address.StartsWith("javascript:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal) || address.StartsWith("vbscript:", StringComparison.Ordinal), html);
            }
        }
    }
}
