using System.Text;
using CCHC.Portal.Content.Word;

namespace CCHC.Portal.Tests.Content.Word;

public sealed class WordRefusalTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, WordProblem> Files => new()
    {
        { "empty", WordProblem.Empty }, { "legacy", WordProblem.LegacyDoc }, { "encrypted", WordProblem.Encrypted }, { "text", WordProblem.NotWord },
        { "cut", WordProblem.Broken }, { "zip", WordProblem.NotWord }, { "sheet", WordProblem.NotWord }, { "bomb", WordProblem.Bomb }, { "entries", WordProblem.Bomb },
        { "laughs", WordProblem.Hostile }, { "external", WordProblem.Hostile }, { "deep", WordProblem.Bomb }, { "wrongxml", WordProblem.Broken }, { "long", WordProblem.TooLong }, { "large", WordProblem.TooLarge },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_will_not_do_is_refused_with_its_reason(string kind, WordProblem problem)
    {
        var refused = await WordImport.Read(File(kind), "x.docx", TestContext.Current.CancellationToken);

        Assert.Null(refused.Draft);
        Assert.Equal(problem, refused.Problem);
        Assert.EndsWith(".", problem.Vi(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_ten_thousand_rows_is_cut_and_says_so()
    {
        var rows = string.Concat(Enumerable.Range(1, 10_000).Select(row => $"<w:tr><w:tc><w:p><w:r><w:t>{row}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"));

        var draft = (await WordImport.Read(WordFiles.WithMain(WordFiles.Document($"<w:tbl>{rows}</w:tbl>")), "bang.docx", TestContext.Current.CancellationToken)).Draft!;

        Assert.Contains("| 500 | x |", draft.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| 501 |", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains(draft.Notes, note => note.Contains("10000 dòng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_outside_the_file_is_asked_for()
    {
        var file = WordFiles.Zip(
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
            ("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p" TargetMode="External" Type="http://x/image" Target="http://127.0.0.1:9/x.png"/><Relationship Id="s" TargetMode="External" Type="http://x/styles" Target="file:///etc/passwd"/></Relationships>"""),
            ("word/document.xml", WordFiles.Document("""<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="p"/></w:drawing></w:r><w:r><w:t>chữ</w:t></w:r></w:p>""")));

        var draft = (await WordImport.Read(file, "x.docx", TestContext.Current.CancellationToken)).Draft!;

        Assert.Empty(draft.Pictures);
        Assert.Equal("chữ", draft.Markdown);
        Assert.Contains(draft.Notes, note => note.Contains("nơi khác trên mạng", StringComparison.Ordinal));
    }

    private static byte[] File(string kind) => kind switch
    {
        "empty" => [],
        "legacy" => [.. Ole, .. new byte[2000]],
        "encrypted" => [.. Ole, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[500]],
        "text" => Encoding.UTF8.GetBytes("Kính gửi bà con"),
        "cut" => Given.Word(Given.Words("Một câu"))[..400],
        "zip" => WordFiles.Zip(("a.txt", "x")),
        "sheet" => WordFiles.Zip(("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"""), ("xl/workbook.xml", "<x/>")),
        "bomb" => WordFiles.WithMain(WordFiles.Document(new string(' ', 50_000_000))),
        "entries" => WordFiles.Zip([.. Enumerable.Range(0, 3_000).Select(at => ($"{at}.xml", "x"))]),
        "laughs" => WordFiles.WithMain("""<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""),
        "external" => WordFiles.WithMain("""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"""),
        "deep" => WordFiles.WithMain(WordFiles.Document(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 1_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 1_000)))),
        "wrongxml" => WordFiles.WithMain("<w:document><không đóng"),
        "long" => Given.Word([.. Enumerable.Range(0, 3_000).Select(_ => Given.Words("Một câu dài vừa phải để vượt quá giới hạn chung."))]),
        _ => new byte[21 * 1024 * 1024],
    };
}
