using System.Text;
using CCHC.Portal.Storage;
using CsCheck;
using NetVips;

namespace CCHC.Portal.Tests.Storage;

public sealed class IncomingTests
{
    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public async Task An_image_is_drawn_anew_as_webp(string type)
    {
        var incoming = await Check(Pictures.Plain(300, 200).WriteToBuffer(type), "Ổ gà trên đường" + type);

        Assert.Equal(IncomingProblem.None, incoming.Problem);
        Assert.Equal(("image/webp", "webp", 300, 200), (incoming.ContentType, incoming.Extension, incoming.Width, incoming.Height));
        Assert.Equal("Ổ gà trên đường.webp", incoming.SafeName);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(incoming.Content, 0, 4));
    }

    [Fact]
    public async Task The_place_where_a_photo_was_taken_is_gone_and_it_stands_upright()
    {
        var photo = Pictures.WithPlaceAndOrientation(orientation: 6);
        using (var before = Image.NewFromBuffer(photo))
            Assert.Contains("exif-ifd3-GPSLatitude", before.GetFields());

        var incoming = await Check(photo, "IMG_0001.JPG");

        using var after = Image.NewFromBuffer(incoming.Content);
        Assert.Equal((200, 300), (after.Width, after.Height));
        Assert.DoesNotContain(after.GetFields(), f => f.StartsWith("exif", StringComparison.Ordinal) || f is "orientation" or "xmp-data" or "icc-profile-data");
        Assert.DoesNotContain("HaiPhongPhone", Encoding.Latin1.GetString(incoming.Content), StringComparison.Ordinal);
        Assert.True(after.Getpoint(190, 10)[0] > 180, "The red corner at the top left must be at the top right.");
    }

    [Fact]
    public async Task A_large_image_is_made_smaller()
    {
        var incoming = await Check(Pictures.Plain(4000, 1000).JpegsaveBuffer(), "a.jpg");

        Assert.Equal((2400, 600), (incoming.Width, incoming.Height));
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(12_001, 10)]
    [InlineData(8_000, 8_000)]
    public async Task An_image_that_unfolds_into_too_many_pixels_is_not_opened(int width, int height)
    {
        var incoming = await Check(Pictures.PngThatClaims(width, height), "bomb.png");

        Assert.Equal(IncomingProblem.TooManyPixels, incoming.Problem);
        Assert.Empty(incoming.Content);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    public async Task Too_many_pixels_are_seen_in_other_types_too(string type)
    {
        var incoming = await Check(Pictures.Plain(12_400, 16).WriteToBuffer(type), "long" + type);

        Assert.Equal(IncomingProblem.TooManyPixels, incoming.Problem);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public async Task An_image_cut_short_is_broken(string type)
    {
        var whole = Pictures.Noise(400, 400).WriteToBuffer(type);

        Assert.Equal(IncomingProblem.Broken, (await Check(whole[..(whole.Length / 2)], "a" + type)).Problem);
        Assert.Equal(IncomingProblem.Broken, (await Check(whole[..20], "a" + type)).Problem);
    }

    [Fact]
    public async Task Of_many_frames_the_first_is_kept()
    {
        using var frames = Pictures.Noise(100, 300).Mutate(image => image.Set(GValue.GIntType, "page-height", 100));
        var animated = frames.WebpsaveBuffer();

        var incoming = await Check(animated, "moving.webp");

        using var before = Image.NewFromBuffer(animated);
        Assert.Equal(3, (int)before.Get("n-pages"));
        Assert.Equal((IncomingProblem.None, 100, 100), (incoming.Problem, incoming.Width, incoming.Height));
    }

    [Theory]
    [InlineData("MZ\u0090\0\u0003", "anh.jpg", IncomingProblem.NotWhatItSays)]
    [InlineData("MZ\u0090\0\u0003", "cai-dat.exe", IncomingProblem.UnknownType)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", IncomingProblem.UnknownType)]
    [InlineData("<html><script>", "a.pdf", IncomingProblem.NotWhatItSays)]
    [InlineData("PK\u0003\u0004", "a.docx", IncomingProblem.Broken)]
    [InlineData("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2", "a.mp4", IncomingProblem.Broken)]
    [InlineData("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2", "a.jpg", IncomingProblem.NotWhatItSays)]
    [InlineData("ID3\u0003\0\0\0\0\0!", "a.mp3", IncomingProblem.UnknownType)]
    [InlineData("ID3\u0003\0\0\0\0\0!..", "a.mp3", IncomingProblem.Broken)]
    [InlineData("%PDF-1.7\n%%EOF", "a.jpg", IncomingProblem.NotWhatItSays)]
    [InlineData("", "a.jpg", IncomingProblem.Empty)]
    public async Task A_file_is_what_its_content_says(string content, string name, IncomingProblem problem)
    {
        var incoming = await Check(Encoding.Latin1.GetBytes(content), name);

        Assert.Equal(problem, incoming.Problem);
        Assert.Empty(incoming.Content);
    }

    [Fact]
    public async Task A_jpeg_named_png_is_taken()
    {
        Assert.Equal(IncomingProblem.None, (await Check(Pictures.Plain(10, 10).JpegsaveBuffer(), "a.png")).Problem);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n", IncomingProblem.None)]
    [InlineData("%PDF-1.7\ntrailer <</Root 1 0 R /Encrypt 5 0 R>>\n%%EOF", IncomingProblem.Encrypted)]
    [InlineData("%PDF-1.7\ntrailer <</Encrypt<</V 4>>>>\n%%EOF", IncomingProblem.Encrypted)]
    [InlineData("%PDF-1.7\n<</EncryptMetadata true>>\n%%EOF", IncomingProblem.None)]
    [InlineData("%PDF-1.7\n1 0 obj\n<<>>\nendo", IncomingProblem.Broken)]
    public async Task A_pdf_is_kept_as_it_is_when_whole_and_open(string pdf, IncomingProblem problem)
    {
        var incoming = await Check(Encoding.Latin1.GetBytes(pdf), "Đơn đề nghị.PDF");

        Assert.Equal(problem, incoming.Problem);
        if (problem != IncomingProblem.None) return;
        Assert.Equal(("application/pdf", "pdf", "Đơn đề nghị.pdf"), (incoming.ContentType, incoming.Extension, incoming.SafeName));
        Assert.Equal(pdf, Encoding.Latin1.GetString(incoming.Content));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        var large = new byte[Incoming.MostBytes + 1];

        Assert.Equal(IncomingProblem.TooLarge, (await Incoming.Check(Stream.Null, "a.mp4", Incoming.MostClipBytes + 1, default)).Problem);
        Assert.Equal(IncomingProblem.TooLarge, (await Incoming.Check(new MemoryStream(large), "a.jpg", 100, default)).Problem);
    }

    [Fact]
    public async Task Damaged_images_never_throw()
    {
        var whole = new[] { ".jpg", ".png", ".webp" }.Select(type => Pictures.Noise(40, 40).WriteToBuffer(type)).ToArray();

        await Gen.Select(Gen.Int[0, 2], Gen.Int[12, 2000], Gen.Byte).SampleAsync(async (which, at, value) =>
        {
            var damaged = whole[which].ToArray();
            damaged[at % damaged.Length] = value;
            return await Check(damaged, "a.jpg") is not null;
        }, iter: 300);
    }

    [Fact]
    public void Resize_never_enlarges()
    {
        var picture = Pictures.Plain(300, 200).JpegsaveBuffer();

        using var smaller = Image.NewFromBuffer(Incoming.Resize(picture, 150));
        using var same = Image.NewFromBuffer(Incoming.Resize(picture, 900));

        Assert.Equal((150, 100), (smaller.Width, smaller.Height));
        Assert.Equal((300, 200), (same.Width, same.Height));
    }

    private static Task<IncomingFile> Check(byte[] content, string name) =>
        Incoming.Check(new MemoryStream(content), name, content.Length, CancellationToken.None);
}
