using System.Diagnostics;
using CCHC.Portal.Storage;
using NetVips;

namespace CCHC.Portal.Tests.Storage;

public sealed class PictureSizesTests
{
    [Fact]
    public void Every_size_comes_in_three_formats_none_larger_than_the_picture_none_cropped()
    {
        var wanted = PictureSizes.Wanted(1200, seeThrough: false).ToList();

        var drawn = PictureSizes.Draw(Pictures.Plain(1200, 800).WebpsaveBuffer(), wanted);

        Assert.Equal(["480.webp", "480.jpg", "480.avif", "960.webp", "960.jpg", "960.avif"], wanted);
        Assert.All(drawn, pair =>
        {
            using var image = Image.NewFromBuffer(pair.Value);
            var width = int.Parse(Path.GetFileNameWithoutExtension(pair.Key), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((width, width * 2 / 3), (image.Width, image.Height));
        });
        Assert.Equal("ftypavif", System.Text.Encoding.ASCII.GetString(drawn["480.avif"], 4, 8));
    }

    [Fact]
    public void What_is_seen_through_stays_so()
    {
        using var plain = Pictures.Plain(600, 400);
        using var half = plain.Bandjoin(128);
        var picture = half.WebpsaveBuffer();

        Assert.True(PictureSizes.IsSeeThrough(picture));
        Assert.Equal(["480.webp", "480.png", "480.avif"], PictureSizes.Wanted(600, seeThrough: true));
        using var drawn = Image.NewFromBuffer(PictureSizes.Draw(picture, ["480.png"])["480.png"]);
        Assert.True(drawn.HasAlpha());
    }

    [Fact]
    public async Task A_photo_with_a_program_behind_its_end_is_kept_without_it()
    {
        byte[] polyglot = [.. Pictures.Plain(300, 200).JpegsaveBuffer(), .. "<?php system($_GET['c']); ?><script>alert(1)</script>PK\u0003\u0004"u8];

        var kept = await Incoming.CheckForLibrary(new MemoryStream(polyglot), "anh.jpg", polyglot.Length, default);

        Assert.Equal(IncomingProblem.None, kept.Problem);
        Assert.DoesNotContain("script", System.Text.Encoding.Latin1.GetString(kept.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("php", System.Text.Encoding.Latin1.GetString(kept.Content), StringComparison.Ordinal);
    }

    // The bench measures it (≤ 3 s of one core); this only notices when it becomes absurd.
    [Fact]
    public async Task A_photo_of_a_telephone_is_ready_soon()
    {
        var photo = Pictures.Plain(4000, 3000).JpegsaveBuffer();
        var watch = Stopwatch.StartNew();

        var kept = await Incoming.CheckForLibrary(new MemoryStream(photo), "a.jpg", photo.Length, default);
        PictureSizes.Draw(kept.Content, [.. PictureSizes.Wanted(kept.Width!.Value, seeThrough: false)]);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }
}
