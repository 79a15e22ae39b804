using System.Text;
using CCHC.Portal.Search;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Portal.Tests.Search;

public sealed class FindTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "portal-find-" + Guid.CreateVersion7().ToString("N"));
    private readonly SearchIndex _index;

    public FindTests()
    {
        _index = new SearchIndex(_folder, new FakeTimeProvider(Entries.Day));
        _index.Rebuild(Entries.All(), 1);
    }

    [Theory]
    [InlineData("thu tuc dang ky khai sinh", "birth")]
    [InlineData("Thủ tục đăng ký khai sinh", "birth")]
    [InlineData("THỦ TỤC ĐĂNG KÝ KHAI SINH", "birth")]
    [InlineData("dang ky ket hon", "marriage")]
    [InlineData("đăng ký kết hôn", "marriage")]
    [InlineData("duong day nong", "hotline")]
    [InlineData("đuong day nong", "hotline")]
    public void Words_are_found_with_and_without_marks(string text, string first)
    {
        Assert.Equal(first, Keys(text)[0]);
    }

    [Fact]
    public void Decomposed_letters_find_the_same()
    {
        Assert.Equal(Keys("đường dây nóng"), Keys("đường dây nóng".Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Who_types_marks_gets_those_words_first_and_the_others_after()
    {
        Assert.Equal(["mother", "ma"], Keys("má").Take(2));
        Assert.Equal("road", Keys("sửa đường")[0]);
        Assert.Equal(["ma", "mother"], Keys("ma").Where(k => k is "ma" or "mother").Order());
    }

    [Fact]
    public void Words_side_by_side_in_a_title_come_before_words_apart()
    {
        _index.Apply([("content", "apart", Entries.Entry("apart", "article", "Học sinh khai giảng, sinh hoạt, khai báo", "Khai sinh, khai sinh, khai sinh."))], 2);

        Assert.Equal("apart", Keys("khai sinh")[2]);
        Assert.Equal("birth", Keys("đăng ký khai sinh")[0]);
        Assert.Equal("resolution", Keys("thủ tục hành chính")[0]);
    }

    [Fact]
    public void Everything_asked_for_comes_before_some_of_it_and_some_is_better_than_nothing()
    {
        Assert.DoesNotContain("marriage", Keys("thủ tục khai sinh"));
        Assert.Equal("marriage", Keys("đăng ký kết hôn zzzz")[0]);
        Assert.Empty(Keys("zzzz yyyy xxxx"));
    }

    [Theory]
    [InlineData("tổng đà")]
    [InlineData("tong da")]
    [InlineData("tổng đ")]
    public void The_last_word_may_be_unfinished(string text)
    {
        Assert.Contains("1022", Keys(text));
    }

    [Theory]
    [InlineData("76/NQ-CP", "resolution")]
    [InlineData("76/nq-cp", "resolution")]
    [InlineData("76 NQ CP", "resolution")]
    [InlineData("nghị quyết số 76/NQ-CP", "resolution")]
    [InlineData("082.507.7988", "hotline")]
    [InlineData("0825077988", "hotline")]
    [InlineData("082 507 7988", "hotline")]
    [InlineData("+84 82 507 7988", "hotline")]
    [InlineData("gọi số 082 507 7988", "hotline")]
    [InlineData("1022", "1022")]
    [InlineData("gọi 1022", "1022")]
    public void A_number_is_found_however_it_is_written(string text, string first)
    {
        Assert.Equal(first, Keys(text)[0]);
    }

    [Fact]
    public void Only_the_language_asked_for_is_found()
    {
        Assert.Equal(["en-birth"], Keys("birth", culture: "en"));
        Assert.Empty(Keys("birth registration"));
        Assert.All(_index.Find(new SearchQuery("1022", "vi")).Hits, hit => Assert.Equal("vi", hit.Culture));
    }

    [Fact]
    public void Types_are_counted_whatever_type_is_asked_for()
    {
        var all = _index.Find(new SearchQuery("đăng ký", "vi"));
        var procedures = _index.Find(new SearchQuery("đăng ký", "vi", Type: "procedure"));

        Assert.Equal(3, all.Total);
        Assert.Equal(2, procedures.Total);
        Assert.Equal(new Dictionary<string, int> { ["procedure"] = 2, ["article"] = 1 }, all.Types);
        Assert.Equal(all.Types, procedures.Types);
        Assert.All(procedures.Hits, hit => Assert.Equal("procedure", hit.Type));
    }

    [Fact]
    public void Topic_and_year_narrow_the_answer()
    {
        Assert.Equal(["birth-late"], _index.Find(new SearchQuery("khai sinh", "vi", Topic: "ho-tich", Year: 2025)).Hits.Select(h => h.Key));
        Assert.Empty(_index.Find(new SearchQuery("khai sinh", "vi", Topic: "dat-dai")).Hits);
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repeat()
    {
        var whole = Keys("đường");
        var pages = Enumerable.Range(1, whole.Count + 1).SelectMany(page => _index.Find(new SearchQuery("đường", "vi", page, 1)).Hits.Select(h => h.Key));

        Assert.Equal(whole, pages);
    }

    [Fact]
    public void Of_two_alike_the_newer_comes_first()
    {
        _index.Apply([("content", "old", Entries.Entry("old", "article", "Lịch tiếp dân", "Phòng tiếp dân", date: Entries.Day.AddYears(-5))),
            ("content", "new", Entries.Entry("new", "article", "Lịch tiếp dân", "Phòng tiếp dân", date: Entries.Day.AddDays(-2)))], 2);

        Assert.Equal(["new", "old"], Keys("lịch tiếp dân"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("title:birth AND (")]
    [InlineData("khai* ~sinh^9 [a TO b] -x +y && || !")]
    [InlineData("NEAR(khai, sinh)")]
    [InlineData("' OR 1=1 --")]
    [InlineData("*")]
    [InlineData("\\")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\uD83D")]
    [InlineData(null)]
    public void What_looks_like_a_query_is_only_words(string? text)
    {
        var answer = _index.Find(new SearchQuery(text!, "vi"));

        Assert.DoesNotContain("<script", string.Concat(answer.Hits.Select(h => h.TitleHtml + h.SnippetHtml)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_question_throws()
    {
        string[] known = ["khai ", "sinh", "đường", "76/NQ-CP", "0825077988", "*", ":", "(", "\"", " ", "\u0301", "\uDC00", "𝟙𝟚"];
        var pieces = Gen.OneOf(Gen.String, Gen.Int[0, known.Length - 1].Select(i => known[i]));

        Gen.Select(pieces.Array[0, 40], Gen.Int, Gen.Int, Gen.String).Sample((text, page, size, culture) =>
        {
            var joined = string.Concat(text);
            var answer = _index.Find(new SearchQuery(joined, "vi", page, size));
            _ = _index.Find(new SearchQuery(joined, culture, page, size, culture, culture, page));
            _ = _index.Suggest(joined, "vi", size);
            return _index.IsWhole && answer.Query.Length <= 200 && answer.Hits.Count <= 50 && answer.Hits.Count <= answer.Total;
        }, iter: 1000);
    }

    [Fact]
    public void A_very_long_question_is_cut()
    {
        var answer = _index.Find(new SearchQuery(string.Concat(Enumerable.Repeat("khai sinh ", 10_000)), "vi"));

        Assert.Equal(200, answer.Query.Length);
    }

    [Fact]
    public void Suggest_gives_titles_that_begin_so_before_titles_that_hold_it()
    {
        Assert.Equal(["Khai sinh muộn có bị phạt không", "Thủ tục đăng ký khai sinh"], _index.Suggest("khai s", "vi"));
        Assert.Equal(["Thủ tục đăng ký kết hôn"], _index.Suggest("đăng ký k", "vi", most: 8).Where(t => t.Contains("kết", StringComparison.Ordinal)));
        Assert.Equal(["Birth registration"], _index.Suggest("b", "en"));
        Assert.Single(_index.Suggest("t", "vi", most: 1));
        Assert.Empty(_index.Suggest(" ", "vi"));
    }

    [Fact]
    public void Suggest_knows_everyday_names_and_numbers_to_call()
    {
        _index.Rebuild([.. Entries.All(), Entries.Entry("card", "procedure", "Cấp thẻ căn cước", "Tại công an.") with { Names = ["chứng minh thư", "căn cước công dân"] }], 2);

        Assert.Equal(["Cấp thẻ căn cước"], _index.Suggest("chung minh", "vi"));
        Assert.Equal(["Đường dây nóng đặc khu"], _index.Suggest("082 507", "vi"));
        Assert.Equal(["Tổng đài thành phố"], _index.Suggest("102", "vi"));
        Assert.Empty(_index.Suggest("10", "vi"));
        Assert.Equal(["Khai sinh muộn có bị phạt không", "Thủ tục đăng ký khai sinh"], _index.Suggest("khai s", "vi"));
    }

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private List<string> Keys(string text, string culture = "vi") =>
        [.. _index.Find(new SearchQuery(text, culture, Size: 50)).Hits.Select(h => h.Key)];
}
