using NetVips;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>Pictures to send.</summary>
public static class Drawing
{
    private static int number;

    /// <summary>A picture unlike any sent before.</summary>
    public static byte[] Png(int width, int height, byte shade)
    {
        var at = Interlocked.Increment(ref number);
        using var blank = Image.Black(width, height, bands: 3);
        using var sea = (blank + new double[] { shade, 120, 160 }).Cast(Enums.BandFormat.Uchar);
        using var boat = sea.Mutate(image => image.DrawRect([200, 40, 30], (at * 37) % (width - 80), (at * 23) % (height - 40), 80, 30, fill: true)).Copy(interpretation: Enums.Interpretation.Srgb);
        return boat.PngsaveBuffer();
    }
}
