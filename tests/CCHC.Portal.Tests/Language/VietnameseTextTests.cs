using System.Globalization;
using System.Text;
using CCHC.Portal.Language;
using CsCheck;

namespace CCHC.Portal.Tests.Language;

public sealed class VietnameseTextTests
{
    private const string Letters =
        "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵỆỘỨ 0123456789-/.,\n\t";

    private static readonly Gen<string> Vietnamese = Gen.String[Gen.Char[Letters], 0, 60];

    // Anything at all but halves of surrogate pairs, which have no NFC or NFD to compare.
    private static readonly Gen<string> Anything =
        Gen.Frequency((3, Vietnamese), (2, Gen.String[Gen.Char['\0', '\uD7FF'], 0, 30]), (1, Gen.String[Gen.Char['\u0300', '\u036F'], 0, 8]));

    [Theory]
    [InlineData("Đăng ký khai sinh", "dang ky khai sinh")]
    [InlineData("ĐÀ NẴNG", "da nang")]
    [InlineData("  Thủ\t tục\r\nhành chính ", "thu tuc hanh chinh")]
    [InlineData("hòa hoà thúy thuý", "hoa hoa thuy thuy")]
    [InlineData("ƯƠNG ương Ơ ô Ă", "uong uong o o a")]
    [InlineData(null, "")]
    public void Fold_takes_away_case_marks_and_the_bar_of_đ(string? text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Fold(text));
    }

    [Fact]
    public void Fold_gives_the_same_for_decomposed_letters()
    {
        var decomposed = "Đường Nguyễn Huệ".Normalize(NormalizationForm.FormD);

        Assert.Equal("duong nguyen hue", VietnameseText.Fold(decomposed));
    }

    [Fact]
    public void Fold_of_a_folded_text_changes_nothing()
    {
        Anything.Sample(text => VietnameseText.Fold(VietnameseText.Fold(text)) == VietnameseText.Fold(text));
    }

    [Fact]
    public void Fold_does_not_care_how_letters_are_composed()
    {
        Anything.Where(IsValid).Sample(text =>
            VietnameseText.Fold(text.Normalize(NormalizationForm.FormC)) == VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Fold_leaves_only_ascii_of_vietnamese()
    {
        Vietnamese.Sample(text => VietnameseText.Fold(text).All(char.IsAscii));
    }

    [Fact]
    public void Clean_composes_trims_and_keeps_lines()
    {
        var cleaned = VietnameseText.Clean(" Thứ nhất\r\nThứ\thai\rba ".Normalize(NormalizationForm.FormD));

        Assert.Equal("Thứ nhất\nThứ\thai\nba", cleaned);
        Assert.True(cleaned.IsNormalized(NormalizationForm.FormC));
    }

    [Theory]
    [InlineData("anh\u202Egpj.exe", "anhgpj.exe")]
    [InlineData("\uFEFFmở đầu", "mở đầu")]
    [InlineData("a\u0000b\u001Bc\u0085d", "abcd")]
    [InlineData("x\u2066y\u2069z\u200E\u200F\u061C", "xyz")]
    public void Clean_drops_what_a_reader_cannot_see(string text, string cleaned)
    {
        Assert.Equal(cleaned, VietnameseText.Clean(text));
        Assert.True(VietnameseText.HasHidden(text));
        Assert.False(VietnameseText.HasHidden(cleaned));
    }

    [Fact]
    public void Clean_survives_half_a_surrogate_pair()
    {
        Assert.Equal("a\uFFFDb", VietnameseText.Clean("a\uD83Db"));
        Assert.Equal("vui 🙂", VietnameseText.Clean("vui 🙂"));
    }

    [Fact]
    public void Clean_of_a_cleaned_text_changes_nothing()
    {
        Anything.Sample(text => VietnameseText.Clean(VietnameseText.Clean(text)) == VietnameseText.Clean(text));
    }

    [Fact]
    public void HasHidden_accepts_ordinary_lines_and_nothing()
    {
        Assert.False(VietnameseText.HasHidden("Dòng một\r\n\tdòng hai"));
        Assert.False(VietnameseText.HasHidden(null));
    }

    [Fact]
    public void CleanLine_puts_everything_on_one_line()
    {
        Assert.Equal("Ủy ban nhân dân", VietnameseText.CleanLine("  Ủy ban\r\n\u00A0 nhân\t\tdân\u2028"));
        Assert.Equal("", VietnameseText.CleanLine(null));
    }

    private static bool IsValid(string text) =>
        text.All(c => char.GetUnicodeCategory(c) != UnicodeCategory.Surrogate && c is not ('\uFFFE' or '\uFFFF'));
}
