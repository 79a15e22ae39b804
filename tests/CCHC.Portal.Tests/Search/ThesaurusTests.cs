using CCHC.Portal.Search;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Portal.Tests.Search;

/// <summary>People call things by other names than officials, ask in whole sentences, and mistype.</summary>
public sealed class ThesaurusTests : IDisposable
{
    private static readonly Thesaurus Words = new(
    [
        new WordGroup { Text = "giấy khai sinh\nthủ tục đăng ký khai sinh" },
        new WordGroup { Text = "má\nmẹ" },
        new WordGroup { Text = "ở đâu\nlàm thế nào\nđâu", OnlyAsks = true },
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-words-").FullName;
    private readonly SearchIndex _index;

    public ThesaurusTests()
    {
        _index = new SearchIndex(_folder, new FakeTimeProvider(Entries.Day));
        _index.Rebuild(Entries.All(), 1);
    }

    [Theory]
    [InlineData("giấy khai sinh")]
    [InlineData("giay khai sinh")]
    [InlineData("giay khai sinh o dau")]
    [InlineData("làm thế nào giấy khai sinh")]
    public void What_residents_call_it_finds_what_officials_call_it(string text) => Assert.Equal("birth", Find(text).Hits[0].Key);

    [Fact]
    public void Without_the_list_the_other_name_is_only_words() =>
        Assert.Equal((true, false), (Find("mẹ").Hits.Any(hit => hit.Key == "mother"), _index.Find(new SearchQuery("mẹ", "vi")).Hits.Any(hit => hit.Key == "mother")));

    [Theory]
    [InlineData("khai sihn")]        // changed places
    [InlineData("khaai sinh")]       // one too many, and Telex
    [InlineData("ddawng kys khai sinh")]   // Telex left as typed
    public void One_wrong_letter_is_mended_and_said(string text)
    {
        var answer = Find(text);

        Assert.Contains(answer.Hits, hit => hit.Key == "birth");
        Assert.NotNull(answer.Instead);
    }

    [Fact]
    public void Who_types_marks_does_not_mean_the_word_with_other_marks()
    {
        Assert.Equal("birth", Find("đâu khai sinh").Hits[0].Key);
        Assert.Equal(0, Find("đầu khai sinh").Hits.Count(hit => hit.Key == "birth" && hit.Score >= Find("đâu khai sinh").Hits[0].Score));
    }

    [Theory]
    [InlineData("title:khai AND *")]
    [InlineData("\"khai sinh")]
    [InlineData("/.*/ [a TO z] khai~2 ^9 \\")]
    public void What_was_typed_is_never_a_program(string text) => Assert.NotNull(Find(text));

    [Fact]
    public void A_question_of_ten_thousand_letters_is_cut() => Assert.NotNull(Find(string.Concat(Enumerable.Repeat("khai sinh ở đâu ", 700))));

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SearchAnswer Find(string text) => _index.Find(new SearchQuery(text, "vi") { Thesaurus = Words });
}
