using System.Text;
using System.Text.RegularExpressions;
using CCHC.Portal.Language;
using CsCheck;

namespace CCHC.Portal.Tests.Language;

public sealed partial class SlugTests
{
    [Theory]
    [InlineData("Thủ tục đăng ký khai sinh", "thu-tuc-dang-ky-khai-sinh")]
    [InlineData("Đà Nẵng: Ủy ban nhân dân", "da-nang-uy-ban-nhan-dan")]
    [InlineData("Nghị quyết 76/NQ-CP", "nghi-quyet-76-nq-cp")]
    [InlineData("  -- ", "bai")]
    [InlineData("", "bai")]
    [InlineData("漢字", "bai")]
    public void From_writes_a_title_as_an_address(string title, string slug)
    {
        Assert.Equal(slug, Slug.From(title));
    }

    [Fact]
    public void From_reads_decomposed_letters()
    {
        Assert.Equal("thu-tuc", Slug.From("Thủ tục".Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void From_cuts_a_long_title_between_words()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("phường ", 30)));

        Assert.Equal(string.Join('-', Enumerable.Repeat("phuong", 13)), slug);
    }

    [Fact]
    public void From_cuts_a_word_that_is_too_long()
    {
        Assert.Equal(96, Slug.From(new string('a', 300)).Length);
    }

    [Fact]
    public void From_always_gives_something_an_address_can_hold()
    {
        Gen.String.Sample(title => Shape().IsMatch(Slug.From(title)) && Slug.From(title).Length <= 96);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
