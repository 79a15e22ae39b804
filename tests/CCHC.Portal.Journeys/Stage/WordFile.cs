using System.IO.Compression;
using System.Text;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>A small Word document with a heading, a list and a picture that says nothing.</summary>
public static class WordFile
{
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(string title, byte[] picture)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes($"""<Types xmlns="{Package}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""));
            Put(zip, "_rels/.rels", Encoding.UTF8.GetBytes($"""<Relationships xmlns="{Package}/relationships"><Relationship Id="d" Type="{Rel}/officeDocument" Target="word/document.xml"/></Relationships>"""));
            Put(zip, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes($"""<Relationships xmlns="{Package}/relationships"><Relationship Id="p" Type="{Rel}/image" Target="media/image1.webp"/></Relationships>"""));
            Put(zip, "word/document.xml", Encoding.UTF8.GetBytes($"""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{Rel}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>
                <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{title}</w:t></w:r></w:p>
                <w:p><w:r><w:t>Từ tuần tới bộ phận Một cửa mở thêm buổi tối thứ Năm cho bà con đi biển về muộn.</w:t></w:r></w:p>
                <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mang theo gì</w:t></w:r></w:p>
                <w:p><w:r><w:t>- Căn cước</w:t></w:r></w:p><w:p><w:r><w:t>- Giấy hẹn</w:t></w:r></w:p>
                <w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>
                </w:body></w:document>
                """));
            Put(zip, "word/media/image1.webp", picture);
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
