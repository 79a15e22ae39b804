using System.Buffers.Binary;
using NetVips;

namespace CCHC.Portal.Tests.Storage;

/// <summary>Pictures a citizen might send, and some that an attacker might.</summary>
internal static class Pictures
{
    /// <summary>Blue, with a red corner at the top left.</summary>
    public static Image Plain(int width, int height)
    {
        using var blank = Image.Black(width, height, bands: 3);
        using var blue = (blank + new[] { 20.0, 40, 200 }).Cast(Enums.BandFormat.Uchar);
        return blue.Mutate(image => image.DrawRect([220, 20, 20], 0, 0, Math.Min(20, width), Math.Min(20, height), fill: true))
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static Image Noise(int width, int height) =>
        Image.Gaussnoise(width, height, mean: 128, sigma: 60).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);

    public static byte[] WithPlaceAndOrientation(int orientation) =>
        Plain(300, 200).Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", orientation);
            image.Set(GValue.GStrType, "exif-ifd0-Make", "HaiPhongPhone");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "20/1 43/1 3600/100");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "107/1 3/1 1200/100");
        }).JpegsaveBuffer();

    public static byte[] PngThatClaims(int width, int height)
    {
        var png = Plain(8, 8).PngsaveBuffer();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
