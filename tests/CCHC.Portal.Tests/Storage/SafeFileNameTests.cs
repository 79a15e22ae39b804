using System.Text;
using CCHC.Portal.Storage;
using CsCheck;

namespace CCHC.Portal.Tests.Storage;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("Đơn đề nghị.PDF", "Đơn đề nghị.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\an\\don.doc", "don.pdf")]
    [InlineData("hoa\u202Efdp.exe", "hoafdp.pdf")]
    [InlineData("a\u200Bb\0c\r\nd.pdf", "abc d.pdf")]
    [InlineData("don.pdf.exe", "don.pdf.pdf")]
    [InlineData("Nghị quyết số 76.NQ-CP", "Nghị quyết số 76.NQ-CP.pdf")]
    [InlineData("<script>.pdf", "script.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("...", "tep-dinh-kem.pdf")]
    [InlineData("", "tep-dinh-kem.pdf")]
    [InlineData(null, "tep-dinh-kem.pdf")]
    public async Task The_name_keeps_its_words_and_gets_the_real_extension(string? name, string safe)
    {
        // A name that claims to be another type is refused before it is named.
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF");

        var incoming = await Incoming.Check(new MemoryStream(pdf), name!, pdf.Length, CancellationToken.None);

        Assert.Equal(safe, incoming.SafeName);
    }

    [Fact]
    public async Task Decomposed_letters_are_composed()
    {
        Assert.Equal("Đường.pdf", await Name("Đường".Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public async Task No_name_is_longer_than_eighty_characters_or_harms_a_path()
    {
        await Gen.String.SampleAsync(async name =>
        {
            var safe = await Name(name);
            return safe.Length is > 4 and <= 80 && safe.EndsWith(".pdf", StringComparison.Ordinal)
                && !safe.Any(c => char.IsControl(c) || c is '/' or '\\' or '"' or '\u202E') && safe[0] is not ('.' or ' ');
        });
        Assert.Equal(80, (await Name(new string('ư', 300))).Length);
    }

    // The type is judged by the ending, which these names may have by chance: only the words matter here.
    private static async Task<string> Name(string name)
    {
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF");
        return (await Incoming.Check(new MemoryStream(pdf), name + ".pdf", pdf.Length, CancellationToken.None)).SafeName;
    }
}
