using System.IO.Compression;
using System.Text;
using CCHC.Portal.Tests.Storage;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CCHC.Portal.Tests.Content.Word;

/// <summary>Documents that need more than paragraphs: with parts of their own, official ones, hostile ones.</summary>
public static class WordFiles
{
    public static byte[] WithFootnoteLinkAndPicture(byte[]? picture = null)
    {
        var (link, image) = ("rIdLink", "rIdPicture");
        return Given.Word(main =>
        {
            main.AddHyperlinkRelationship(new Uri("https://cathai.gov.vn/tin"), isExternal: true, link);
            using (var content = new MemoryStream(picture ?? Pictures.Plain(40, 30).PngsaveBuffer()))
            {
                main.AddImagePart(ImagePartType.Png, image).FeedData(content);
            }
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(new Paragraph(Given.Run("Theo "), Given.Run("báo cáo", italic: true), Given.Run("."))) { Id = 5 });
        },
        Given.Words("Bến phà đông khách", "Title"),
        new Paragraph(Given.Run("Sáng nay bến phà đông hơn mọi ngày, bà con xem "), new Hyperlink(Given.Run("trang chủ")) { Id = link }, new Run(new FootnoteReference { Id = 5 }), Given.Run(".")),
        new Paragraph(new Run(Drawing(image, "Bến phà lúc sáng"))));
    }

    /// <summary>A title and pictures under it.</summary>
    public static byte[] WithPictures(string title, params byte[][] pictures) => Given.Word(main =>
        {
            foreach (var (picture, at) in pictures.Select((picture, at) => (picture, at)))
            {
                using var content = new MemoryStream(picture);
                main.AddImagePart(ImagePartType.Png, $"rIdPicture{at}").FeedData(content);
            }
        },
        [Given.Words(title, "Title"), .. pictures.Select((_, at) => new Paragraph(new Run(Drawing($"rIdPicture{at}", $"Ảnh {at + 1}"))))]);

    /// <summary>A plan of a commune's people's committee, laid out as NĐ 30/2020 wants it.</summary>
    public static byte[] Official() => Given.Word(
        new Table(new TableProperties(), new TableRow(
            Given.Cell("ỦY BAN NHÂN DÂN\nĐẶC KHU CÁT HẢI\n_______\nSố: 123/KH-UBND"),
            Given.Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nCát Hải, ngày 5 tháng 11 năm 2026"))),
        Given.Words("KẾ HOẠCH", bold: true), Given.Words("Tuyên truyền cải cách hành chính", bold: true), Given.Words("quý IV năm 2026", bold: true), Given.Words("______"),
        Given.Words("Thực hiện chỉ đạo của thành phố, Ủy ban nhân dân đặc khu ban hành kế hoạch."),
        Given.Words("I. MỤC ĐÍCH", bold: true), Given.Words("Để bà con biết việc."),
        new Table(new TableProperties(), new TableRow(
            Given.Cell("Nơi nhận:\n- Như trên;\n- Lưu: VT."),
            Given.Cell("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn Mẫu"))));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }

    /// <summary>A document whose main part is this, and other parts beside it.</summary>
    public static byte[] WithMain(string xml, params (string Name, string Content)[] more) => Zip([
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", xml), .. more]);

    public static string Document(string body) => $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""";

    private static Drawing Drawing(string relation, string alt) => new(
        $"""<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Hình 1" descr="{alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>""");
}
