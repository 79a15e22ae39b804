using System.IO.Compression;
using System.Net;
using System.Text;
using CCHC.Portal.Tests.Storage;
using NetVips;

namespace CCHC.Portal.Tests.Web.Naughty;

/// <summary>Thirty and more files of the wrong kind, under names that lie: each is refused in words, the text stays, and nothing of it is kept.</summary>
public sealed class WrongFilesTests(PortalHost portal)
{
    public static TheoryData<string> Names => [.. Files.Keys];

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["anh.jpg (chương trình Windows)"] = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0],
        ["anh.png (chương trình Linux)"] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["anh.webp (chương trình macOS)"] = [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1, 3, 0, 0, 0, 2, 0, 0, 0],
        ["don.pdf (lớp Java)"] = [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x34, 0, 0x1D, 0x0A, 0],
        ["don.pdf (WebAssembly)"] = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0, 1, 4, 1, 0x60],
        ["anh.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
        ["anh.png (SVG)"] = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
        ["trang.html"] = "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        ["anh.jpg (PHP)"] = "<?php system($_GET['c']); ?>"u8.ToArray(),
        ["chay.bat"] = "@echo off\r\ndel /q *"u8.ToArray(),
        ["chay.sh"] = "#!/bin/sh\nrm -rf /"u8.ToArray(),
        ["chay.js"] = "require('child_process')"u8.ToArray(),
        ["don.pdf (chữ thường)"] = "Kính gửi Ủy ban nhân dân"u8.ToArray(),
        ["anh.gif"] = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B],
        ["anh.bmp"] = [.. "BM"u8, 0x3A, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0x18, 0],
        ["anh.tiff"] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0, 0, 0, 0],
        ["anh.ico"] = [0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0x20, 0, 0, 0],
        ["anh.psd"] = [.. "8BPS"u8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3],
        ["anh.heic"] = [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8],
        ["anh.jpg (AVIF)"] = [0, 0, 0, 0x18, .. "ftypavif"u8, 0, 0, 0, 0, .. "mif1avif"u8],
        ["clip.mp4"] = [0, 0, 0, 0x18, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8],
        ["tieng.mp3"] = [.. "ID3"u8, 3, 0, 0, 0, 0, 0, 0x21],
        ["tieng.wav (RIFF)"] = [.. "RIFF"u8, 0x24, 0, 0, 0, .. "WAVEfmt "u8, 0x10, 0, 0, 0],
        ["anh.webp (RIFF rỗng)"] = [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8],
        ["nen.zip"] = Zip("a.txt", "x"),
        ["anh.jpg (zip)"] = Zip("a.jpg", "x"),
        ["don.docx"] = Zip("word/document.xml", "<w:document/>"),
        ["don.docx (macro)"] = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "x")),
        ["bang.xlsx (bom nén)"] = Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", new string(' ', 8 * 1024 * 1024))),
        ["anh.jpg (Word)"] = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")),
        ["don.docm (macro)"] = Zip("word/vbaProject.bin", "x"),
        ["goi.jar"] = Zip("META-INF/MANIFEST.MF", "Main-Class: X"),
        ["nen.gz"] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["nen.rar"] = [.. "Rar!"u8, 0x1A, 7, 1, 0],
        ["nen.7z"] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4],
        ["so.db (SQLite)"] = [.. "SQLite format 3"u8, 0],
        ["thu.eml"] = "From: a@b\r\nSubject: x\r\n\r\nx"u8.ToArray(),
        ["anh.jpg (đứt giữa chừng)"] = Cut(Pictures.Plain(300, 200).JpegsaveBuffer()),
        ["anh.png (đứt giữa chừng)"] = Cut(Pictures.Plain(300, 200).PngsaveBuffer()),
        ["anh.png (khai 60.000 × 60.000)"] = Pictures.PngThatClaims(60_000, 60_000),
        ["anh.png (chỉ có chữ ký)"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        ["don.pdf (chỉ có chữ ký)"] = "%PDF-1.7\n"u8.ToArray(),
        ["don.pdf (có mật khẩu)"] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R>>\n%%EOF"u8.ToArray(),
    };

    [Fact]
    public void There_are_thirty_of_them() => Assert.True(Files.Count >= 30);

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_refused_and_the_text_stays(string name)
    {
        var resident = portal.Browser();
        var page = await (await resident.Get("/phan-anh/gui")).Read();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in new[] { ("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Step", "1"), ("Go", "next"), ("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", "Kèm ảnh chụp tại quầy " + name) })
        {
            form.Add(new StringContent(value), field);
        }
        form.Add(new ByteArrayContent(Files[name]), "Files", name.Split(" (")[0]);

        var answer = await resident.Post("/phan-anh/gui", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var back = await answer.Read();
        Assert.NotEqual("", back.QuerySelector("#Files-e")!.TextContent.Trim());
        Assert.Equal("Kèm ảnh chụp tại quầy " + name, back.QuerySelector("#Form_Message")!.TextContent.Trim());
        Assert.Empty(back.QuerySelectorAll("input[name=Kept]"));
    }

    private static byte[] Zip(string entry, string text) => Zip((entry, text));

    private static byte[] Zip(params (string Entry, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (entry, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(entry).Open(), Encoding.UTF8);
                writer.Write(text);
            }
        }
        return file.ToArray();
    }

    private static byte[] Cut(byte[] whole) => whole[..(whole.Length / 2)];
}
