using CCHC.Portal.Content;

namespace CCHC.Portal.Tests.Content;

public sealed class EmbeddingTests
{
    [Theory]
    [InlineData("Trước\n\n::: hotline cong-an\n:::\n\nSau", "[hotline cong-an block]")]
    [InlineData("Trước\n\n::: hotline cong-an\n\nSau", "[hotline cong-an block]")]
    [InlineData("::: contact mot-cua\n:::", "[contact mot-cua block]")]
    [InlineData("Gọi {{hotline:cong-an}} ngay.", "[hotline cong-an line]")]
    [InlineData("| Số |\n| --- |\n| {{hotline:cong-an}} |", "[hotline cong-an line]")]
    public void A_reference_becomes_a_place_that_is_filled_later(string text, string place) =>
        Assert.Contains(place, Filled(text), StringComparison.Ordinal);

    [Fact]
    public void What_follows_a_forgotten_closing_line_is_still_there() =>
        Assert.Contains("<p>Sau</p>", Filled("::: hotline a\n\nSau"), StringComparison.Ordinal);

    [Fact]
    public void Frames_hold_references_when_they_have_more_colons()
    {
        var html = Filled(":::: note Gọi ai\n::: hotline a\n:::\n\nHết.\n::::\n\nNgoài.");

        Assert.Equal("<div class=\"callout\"><p class=\"callout-t\">Gọi ai</p>[hotline a block]<p>Hết.</p></div><p>Ngoài.</p>", html.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("::: hotline ../x")]
    [InlineData("::: script a")]
    [InlineData("{{hotline:<b>}}")]
    [InlineData("{{secret:a}}")]
    [InlineData("`{{hotline:a}}`")]
    [InlineData("    ::: hotline a")]
    [InlineData("<div class=\"embed\" title=\"hotline:a\"></div>")]
    public void Nothing_else_becomes_a_place(string text) =>
        Assert.DoesNotContain("[hotline", Filled(text), StringComparison.Ordinal);

    [Fact]
    public void A_picture_with_a_caption_is_a_figure_and_a_bare_name_is_of_the_library()
    {
        var html = MarkdownText.Html("![Bến phà](ferry.webp \"Phà <sáng>\")\n\nChữ ![nhỏ](media:a.webp \"không\") trong dòng.");

        Assert.Contains("<figure><img src=\"media:ferry.webp\" alt=\"Bến phà\" loading=\"lazy\" decoding=\"async\"><figcaption>Phà &lt;sáng&gt;</figcaption></figure>", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<figure>").Length - 1);
    }

    [Fact]
    public void The_index_reads_words_and_no_places() =>
        Assert.Equal("Gọi ngay.", MarkdownText.Plain("Gọi{{hotline:a}} ngay.\n\n::: hotline a\n:::").Trim());

    [Fact]
    public void A_text_knows_what_it_embeds()
    {
        Assert.True(MarkdownText.Embeds("::: hotline a\n:::", "hotline", "a"));
        Assert.False(MarkdownText.Embeds("::: hotline ab\n:::", "hotline", "a"));
        Assert.False(MarkdownText.Embeds("`{{hotline:a}}`", "hotline", "a"));
    }

    private static string Filled(string text) => MarkdownText.Fill(MarkdownText.Html(text), (kind, key, inLine) => $"[{kind} {key} {(inLine ? "line" : "block")}]");
}
