using System.IO.Compression;
using System.Text;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Tests.Storage;

/// <summary>Word documents, sheets, films and recordings from the public: what tells on the sender is gone, what does harm is refused.</summary>
public sealed class IncomingPapersTests
{
    private const string Types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    [Theory]
    [InlineData("word/document.xml", "Đơn.docx", "docx")]
    [InlineData("xl/workbook.xml", "Danh sách.xlsx", "xlsx")]
    public async Task A_document_is_kept_without_its_writers_name(string main, string name, string ending)
    {
        var file = await Check(Zip(("[Content_Types].xml", Types), (main, "<chữ/>"), ("docProps/core.xml", "<creator>Nguyễn Thị Mai</creator>"), ("docProps/app.xml", "<Company>Nhà riêng</Company>")), name);

        Assert.Equal((IncomingProblem.None, ending, name), (file.Problem, file.Extension, file.SafeName));
        using var kept = new ZipArchive(new MemoryStream(file.Content));
        Assert.Equal("<chữ/>", Read(kept, main));
        Assert.DoesNotContain("Mai", Read(kept, "docProps/core.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("riêng", Read(kept, "docProps/app.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_bombs_locks_and_disguises_are_refused_by_their_names()
    {
        (string, string)[] plain = [("[Content_Types].xml", Types), ("word/document.xml", "<x/>")];

        Assert.Equal(IncomingProblem.HasProgram, (await Check(Zip([.. plain, ("word/vbaProject.bin", "x")]), "a.docx")).Problem);
        Assert.Equal(IncomingProblem.HasProgram, (await Check(Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), ("word/document.xml", "<x/>")), "a.docx")).Problem);
        Assert.Equal(IncomingProblem.TooMuchInside, (await Check(Zip([.. plain, ("word/media/a.xml", new string(' ', 8 * 1024 * 1024))]), "a.docx")).Problem);
        Assert.Equal(IncomingProblem.TooMuchInside, (await Check(Zip([.. plain, .. Enumerable.Range(0, 2_000).Select(i => ($"word/{i}", ""))]), "a.docx")).Problem);
        Assert.Equal(IncomingProblem.Broken, (await Check(Zip([.. plain, ("WORD/document.xml", "<khác/>")]), "a.docx")).Problem);
        Assert.Equal(IncomingProblem.NotWhatItSays, (await Check(Zip(plain), "a.xlsx")).Problem);
        Assert.Equal(IncomingProblem.NotWhatItSays, (await Check(Zip(plain), "a.jpg")).Problem);
        Assert.Equal(IncomingProblem.UnknownType, (await Check(Zip(("a.txt", "x")), "a.zip")).Problem);
        Assert.Equal(IncomingProblem.Encrypted, (await Check([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "a.docx")).Problem);
    }

    [Fact]
    public async Task A_film_loses_the_place_where_it_was_made_and_a_recording_its_name()
    {
        var film = await Check(await Clips.Film(), "Quay tại bến.mov");
        var talk = await Check(await Clips.Talk(), "Ghi âm.mp3");

        Assert.Equal((IncomingProblem.None, "video/mp4", "Quay tại bến.mp4"), (film.Problem, film.ContentType, film.SafeName));
        Assert.Equal((IncomingProblem.None, "audio/mpeg", "Ghi âm.mp3"), (talk.Problem, talk.ContentType, talk.SafeName));
        Assert.DoesNotContain("107.0480", Encoding.Latin1.GetString(film.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("BiMat", Encoding.Latin1.GetString(film.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("NguoiNoi", Encoding.Latin1.GetString(talk.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_ffmpeg_a_whole_film_is_kept_as_it_came_and_half_a_one_is_not()
    {
        var film = await Clips.Film();
        var talk = await Clips.Talk();

        Assert.Equal(film, (await Check(film, "a.mp4", null)).Content);
        Assert.Equal(talk, (await Check(talk, "a.mp3", null)).Content);
        Assert.Equal(IncomingProblem.Broken, (await Check(film[..(film.Length / 2)], "a.mp4", null)).Problem);
        Assert.Equal(IncomingProblem.Broken, (await Check(film[..(film.Length / 2)], "a.mp4")).Problem);
    }

    [Fact]
    public async Task A_film_of_another_make_is_not_taken() => Assert.Equal(IncomingProblem.UnknownType, (await Check(await Clips.Webm(), "a.webm")).Problem);

    private static Task<IncomingFile> Check(byte[] content, string name) => Check(content, name, Clips.Ffmpeg);

    private static Task<IncomingFile> Check(byte[] content, string name, Ffmpeg? ffmpeg) => Incoming.Check(new MemoryStream(content), name, content.Length, CancellationToken.None, ffmpeg);

    private static string Read(ZipArchive zip, string part)
    {
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return file.ToArray();
    }
}
