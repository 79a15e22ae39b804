using NetVips;

namespace CCHC.Portal.Storage;

/// <summary>The copies of a picture that pages offer browsers to choose from; none is larger than the picture, none is cropped.</summary>
public static class PictureSizes
{
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];

    private const int AvifQuality = 52, AvifEffort = 2, WebpQuality = 78, JpegQuality = 80;
    private const int AnyHeight = 10_000_000;

    /// <summary>The copies a picture so wide gets, by name.</summary>
    public static IEnumerable<string> Wanted(int width, bool seeThrough) =>
        Widths.Where(w => w < width).SelectMany(w => new[] { $"{w}.webp", seeThrough ? $"{w}.png" : $"{w}.jpg", $"{w}.avif" });

    public static bool IsSeeThrough(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.HasAlpha();
    }

    /// <summary>Draws the copies of one width; the large picture is opened once for all of them.</summary>
    public static IReadOnlyDictionary<string, byte[]> Draw(byte[] picture, IReadOnlyCollection<string> copies)
    {
        var drawn = new Dictionary<string, byte[]>();
        foreach (var group in copies.GroupBy(copy => int.Parse(Path.GetFileNameWithoutExtension(copy), System.Globalization.CultureInfo.InvariantCulture)))
        {
            using var lazily = Image.ThumbnailBuffer(picture, group.Key, height: AnyHeight, size: Enums.Size.Down, outputProfile: "srgb");
            using var smaller = lazily.CopyMemory();
            foreach (var copy in group)
            {
                drawn[copy] = Write(smaller, Path.GetExtension(copy));
            }
        }
        return drawn;
    }

    private static byte[] Write(Image image, string ending) => ending switch
    {
        ".avif" => image.HeifsaveBuffer(q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, keep: Enums.ForeignKeep.None),
        ".jpg" => image.JpegsaveBuffer(q: JpegQuality, interlace: true, optimizeCoding: true, keep: Enums.ForeignKeep.None),
        ".png" => image.PngsaveBuffer(compression: 7, keep: Enums.ForeignKeep.None),
        _ => image.WebpsaveBuffer(q: WebpQuality, keep: Enums.ForeignKeep.None),
    };
}
