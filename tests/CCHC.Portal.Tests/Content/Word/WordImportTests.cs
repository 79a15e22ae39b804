using CCHC.Portal.Content;
using CCHC.Portal.Content.Word;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CCHC.Portal.Tests.Content.Word;

public sealed class WordImportTests
{
    [Fact]
    public async Task Headings_paragraphs_and_marks_come_over()
    {
        var draft = await Read(
            Given.Words("Mở thêm buổi tối", "Title"),
            new Paragraph(Given.Run("Từ "), Given.Run("thứ Năm", bold: true), Given.Run(", quầy "), Given.Run("mở ", italic: true), Given.Run("đến 20 giờ.")),
            Given.Words("Mang theo gì", "Heading1"), Given.Words("Căn cước.", null), Given.Words("Bản gốc", "Heading2"), Given.Words("Không cần bản sao."));

        Assert.Equal("Mở thêm buổi tối", draft.Title);
        Assert.Equal("Từ **thứ Năm**, quầy *mở* đến 20 giờ.\n\n## Mang theo gì\n\nCăn cước.\n\n### Bản gốc\n\nKhông cần bản sao.", draft.Markdown);
    }

    [Fact]
    public async Task Words_are_never_glued_nor_broken_where_Word_splits_its_runs()
    {
        var draft = await Read(new Paragraph(Given.Run("Ủy ban"), Given.Run(" nhân", bold: true), Given.Run(" dân ", bold: true), Given.Run("đặc"), new Run(new TabChar()), Given.Run("khu"), new Run(new Break()), Given.Run("Cát Hải thông báo với bà con nhân dân toàn đặc khu.")));

        Assert.Equal("Ủy ban **nhân dân** đặc khu\\\nCát Hải thông báo với bà con nhân dân toàn đặc khu.", draft.Markdown);
    }

    [Fact]
    public async Task Bold_lines_are_taken_for_headings_where_nobody_used_styles()
    {
        var draft = await Read(
            Given.Words("Thông báo nghỉ lễ", bold: true), Given.Words("Ủy ban thông báo lịch nghỉ."),
            Given.Words("I. THỜI GIAN", bold: true), Given.Words("Từ ngày 1."), Given.Words("1. Cơ quan", bold: true), Given.Words("Nghỉ hai ngày."), Given.Words("II. TRỰC", bold: true), Given.Words("Có người trực."));

        Assert.Equal("Thông báo nghỉ lễ", draft.Title);
        Assert.Contains("## I. THỜI GIAN\n", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains("### 1. Cơ quan\n", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains("## II. TRỰC\n", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains(draft.Notes, note => note.Contains("chữ đậm được coi là tiêu đề", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nested_lists_keep_their_levels_and_numbers()
    {
        var draft = await Read(
            Given.Words("Bà con mang theo:"), Given.Words("giấy tờ", list: 1), Given.Words("căn cước", list: 1, level: 1), Given.Words("bút", list: 1),
            Given.Words("Các bước:"), Given.Words("lấy số", list: 2), Given.Words("chờ gọi", list: 2), Given.Words("Đến lượt thì vào quầy."), Given.Words("nộp", list: 2), Given.Words("bản chính", list: 2, level: 1));

        Assert.Equal("Bà con mang theo:\n\n- giấy tờ\n  - căn cước\n- bút\n\nCác bước:\n\n1. lấy số\n2. chờ gọi\n\nĐến lượt thì vào quầy.\n\n3. nộp\n\na) bản chính", draft.Markdown);
    }

    [Fact]
    public async Task Articles_keep_the_names_the_law_calls_them_by()
    {
        var draft = await Read(Given.Words("Phạm vi", list: 3, bold: true), Given.Words("Quy chế này quy định những việc sau đây."), Given.Words("Đối tượng", list: 3, bold: true), Given.Words("Mọi người.", list: 3, level: 1));

        Assert.Contains("Điều 2. Đối tượng", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains("2.1. Mọi người.", draft.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_hyphens_become_a_list()
    {
        var draft = await Read(Given.Words("Thành phần hồ sơ gồm có những giấy tờ sau đây:"), Given.Words("- Tờ khai;"), Given.Words("- Giấy tờ:"), Given.Words("+ bản gốc"), Given.Words("-5 độ là rét"));

        Assert.EndsWith("- Tờ khai;\n- Giấy tờ:\n  - bản gốc\n\n\\-5 độ là rét", draft.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_table_becomes_a_plain_table()
    {
        var draft = await Read(Given.Table(["Việc", "Phí"], ["Khai sinh", "0 | miễn"]));

        Assert.Equal("| Việc | Phí |\n| --- | --- |\n| Khai sinh | 0 \\| miễn |", draft.Markdown);
    }

    [Fact]
    public async Task Merged_cells_stay_merged_when_the_page_is_read()
    {
        var draft = await Read(new Table(new TableProperties(),
            new TableRow(Given.Cell("Đơn vị", down: MergedCellValues.Restart), Given.Cell("Số hồ sơ", across: 2)),
            new TableRow(Given.Cell("", down: MergedCellValues.Continue), Given.Cell("Đúng hạn"), Given.Cell("Trễ hạn")),
            new TableRow(Given.Cell("Thôn 1"), Given.Cell("12\nhồ sơ"), Given.Cell("0"))));

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(MarkdownText.Html(draft.Markdown));
        Assert.Equal("2", page.QuerySelector("[colspan]")!.GetAttribute("colspan"));
        Assert.Equal("2", page.QuerySelector("[rowspan]")!.GetAttribute("rowspan"));
        Assert.Equal("Đơn vị", page.QuerySelector("[rowspan]")!.TextContent.Trim());
        Assert.Equal(4, page.QuerySelectorAll("thead th").Length);
        Assert.Equal(["Đơn vị", "Số hồ sơ", "Đúng hạn", "Trễ hạn", "Thôn 1", "12hồ sơ", "0"], page.QuerySelectorAll("td, th").Select(cell => cell.TextContent.Replace("\n", "", StringComparison.Ordinal).Trim()));
        Assert.Contains(draft.Notes, note => note.Contains("ô gộp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Footnotes_links_and_pictures_come_with_the_text()
    {
        var draft = (await WordImport.Read(WordFiles.WithFootnoteLinkAndPicture(), "bai.docx", TestContext.Current.CancellationToken)).Draft!;

        Assert.Contains("xem [trang chủ](https://cathai.gov.vn/tin)[^1]", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains("[^1]: Theo *báo cáo*.", draft.Markdown, StringComparison.Ordinal);
        Assert.Contains("![Bến phà lúc sáng](media:anh-1.png)", draft.Markdown, StringComparison.Ordinal);
        Assert.Equal("Bến phà lúc sáng", Assert.Single(draft.Pictures).Alt);
    }

    [Fact]
    public async Task What_is_left_out_is_named()
    {
        var draft = await Read(new Paragraph(Given.Run("Giữ lại chữ này và chữ thêm: "),
            new InsertedRun(Given.Run("đã thêm")), new DeletedRun(new Run(new DeletedText("đã xóa"))),
            new Run(new RunProperties(new Vanish()), new Text("ẩn")), new Run(new CommentReference { Id = "1" }),
            new Run(new RunProperties(new Color { Val = "FF0000" }), new Text(" đỏ"))));

        Assert.Equal("Giữ lại chữ này và chữ thêm: đã thêm đỏ", draft.Markdown);
        foreach (var word in new[] { "tracked changes) được coi là đã chấp nhận", "gạch bỏ", "chữ ẩn", "bình luận", "Màu chữ" })
        {
            Assert.Contains(draft.Notes, note => note.Contains(word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Typed_signs_are_text_and_nothing_else()
    {
        var draft = await Read(Given.Words("# Không phải tiêu đề"), Given.Words("<script>alert(1)</script> *sao* _gạch_ [x](javascript:1) ::: {{hotline:x}}"), Given.Words("1. Một"), Given.Words("::: note x"));

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(MarkdownText.Html(draft.Markdown));
        Assert.Empty(page.QuerySelectorAll("h2, h1, script, em, a, ol, .callout, .embed"));
        Assert.Contains("<script>alert(1)</script> *sao* _gạch_ [x](javascript:1) ::: {{hotline:x}}", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<WordDraft> Read(params DocumentFormat.OpenXml.OpenXmlElement[] body) => (await WordImport.Read(Given.Word(body), "bai-viet.docx", TestContext.Current.CancellationToken)).Draft!;
}
