using System.Text.RegularExpressions;
using CCHC.Portal.Search;

namespace CCHC.Portal.Tests.Search;

public sealed class HighlightTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "portal-marks-" + Guid.CreateVersion7().ToString("N"));
    private readonly SearchIndex _index;

    public HighlightTests()
    {
        _index = new SearchIndex(_folder);
        _index.Rebuild(Entries.All(), 1);
    }

    [Fact]
    public void The_title_keeps_its_marks_whatever_was_typed()
    {
        Assert.Equal("Thủ tục <mark>đăng</mark> <mark>ký</mark> kết hôn", Hit("dang ky", "marriage").TitleHtml);
    }

    [Fact]
    public void The_last_word_is_marked_though_unfinished()
    {
        Assert.Equal("<mark>Tổng</mark> <mark>đài</mark> thành phố", Hit("tong da", "1022").TitleHtml);
    }

    [Fact]
    public void What_stands_in_a_text_is_encoded()
    {
        var hit = Hit("lệ phí", "fees");

        Assert.Equal("Bảng <mark>phí</mark> &lt;b&gt;&amp; <mark>lệ</mark> <mark>phí</mark>&lt;/b&gt;", hit.TitleHtml);
        Assert.Contains("&quot;thành phố&quot; &lt;script&gt;alert(1)&lt;/script&gt; năm 2026.", hit.SnippetHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_snippet_shows_the_place_where_most_words_are()
    {
        var snippet = Hit("xe đạp điện", "ferry").SnippetHtml;

        Assert.Contains("<mark>xe</mark> <mark>đạp</mark> <mark>điện</mark>", snippet, StringComparison.Ordinal);
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.InRange(Regex.Replace(snippet, "</?mark>", "").Length, 40, 226);
    }

    [Fact]
    public void A_text_without_the_words_is_shown_from_its_beginning()
    {
        var snippet = Hit("viềng", "ferry").SnippetHtml;

        Assert.StartsWith("Phà chạy từ 5 giờ", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.InRange(Regex.Replace(snippet, "</?mark>", "").Length, 150, 226);
    }

    [Fact]
    public void Other_marks_are_shown_only_where_the_word_itself_is_missing()
    {
        _index.Apply([("content", "bo", Entries.Entry("bo", "article", "Bờ ruộng và con bò", "Bộ đội"))], 2);

        Assert.Equal("Bờ ruộng và con <mark>bò</mark>", Hit("bò", "bo").TitleHtml);
        Assert.Equal("<mark>Bộ</mark> đội", Hit("bò", "bo").SnippetHtml);
    }

    [Fact]
    public void A_place_deep_in_a_long_paper_is_found_and_its_page_named()
    {
        var page = string.Concat(Enumerable.Repeat("Điều khoản chung của quyết định này. ", 80));
        var paper = string.Join(SearchEntry.PageMark, Enumerable.Range(1, 60).Select(number => number == 41 ? page + "Mức thu phí cầu cảng Bến Bèo là năm nghìn đồng. " + page : page));
        _index.Apply([("content", "paper", Entries.Entry("paper", "legalDocument", "Quyết định ban hành mức phí", paper))], 2);

        var hit = Hit("phí cầu cảng Bến Bèo", "paper");

        Assert.Equal(40, hit.Page);   // page marks before it
        Assert.Contains("<mark>phí</mark> <mark>cầu</mark> <mark>cảng</mark> <mark>Bến</mark> <mark>Bèo</mark>", hit.SnippetHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chữ k\u0303a rất lạ", "ka", "Chữ <mark>k\u0303a</mark> rất lạ")]   // a mark that no letter takes in
    [InlineData("ĐẶC KHU và đặc khu", "dac khu", "<mark>ĐẶC</mark> <mark>KHU</mark> và <mark>đặc</mark> <mark>khu</mark>")]
    [InlineData("Ngày 02 tháng 9", "ngày 2", "<mark>Ngày 02</mark> tháng 9")]
    [InlineData("Hướng dẫn nghiệp vụ", "huong ngh", "<mark>Hướng</mark> dẫn <mark>nghiệp</mark> vụ")]
    public void Whatever_a_word_looks_like_it_is_marked(string title, string asked, string marked)
    {
        _index.Apply([("content", "odd", Entries.Entry("odd", "article", title, ""))], 2);

        Assert.Equal(marked, Hit(asked, "odd").TitleHtml);
    }

    [Fact]
    public void A_number_in_pieces_is_marked_whole()
    {
        _index.Apply([("content", "call", Entries.Entry("call", "article", "Gọi cho ai", "Gọi 082.507.7988 hoặc 1022.", exact: ["0825077988"]))], 2);

        Assert.Equal("Gọi <mark>082.507.7988</mark> hoặc 1022.", Hit("0825077988", "call").SnippetHtml);
    }

    [Fact]
    public void A_text_in_one_piece_is_cut_without_breaking_a_letter()
    {
        _index.Apply([("content", "long", Entries.Entry("long", "article", "Dài", string.Concat(Enumerable.Repeat("🙂", 400))))], 2);

        Assert.DoesNotContain('\uFFFD', Hit("dài", "long").SnippetHtml);
    }

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SearchHit Hit(string text, string key) => _index.Find(new SearchQuery(text, "vi", Size: 50)).Hits.Single(h => h.Key == key);
}
