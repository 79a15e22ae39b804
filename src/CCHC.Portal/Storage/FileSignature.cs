using System.Buffers.Binary;

namespace CCHC.Portal.Storage;

/// <summary>What the first bytes of a file, or its name, say that it is.</summary>
internal static class FileSignature
{
    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileKind KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Jpeg)) return FileKind.Jpeg;
        if (bytes.StartsWith(Png)) return FileKind.Png;
        if (bytes.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        return bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? FileKind.WebP : FileKind.Unknown;
    }

    public static FileKind KindClaimedBy(string? name) => Path.GetExtension(name ?? "").ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".jpe" or ".jfif" => FileKind.Jpeg,
        ".png" => FileKind.Png,
        ".webp" => FileKind.WebP,
        ".pdf" => FileKind.Pdf,
        ".docx" => FileKind.Docx,
        ".xlsx" => FileKind.Xlsx,
        _ => FileKind.Unknown,
    };

    public static (uint Width, uint Height)? PngSize(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(Png)
            ? (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))
            : null;

    public static bool IsImage(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP;
}

internal enum FileKind { Unknown, Jpeg, Png, WebP, Pdf, Docx, Xlsx }
