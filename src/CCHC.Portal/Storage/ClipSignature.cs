namespace CCHC.Portal.Storage;

/// <summary>What the first bytes of a clip or recording, or its name, say that it is. Only what is listed here is ever handed to ffmpeg.</summary>
public static class ClipSignature
{
    public const int Needed = 64;

    private static ReadOnlySpan<byte> Ebml => [0x1A, 0x45, 0xDF, 0xA3];

    private static readonly string[] Stills = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];

    public static ClipContainer ContainerOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12) return ClipContainer.None;
        if (bytes[4..8].SequenceEqual("ftyp"u8)) return IsStill(bytes) ? ClipContainer.None : ClipContainer.Mov;
        if (bytes[4..8].SequenceEqual("moov"u8) || bytes[4..8].SequenceEqual("wide"u8)) return ClipContainer.Mov;
        if (bytes.StartsWith(Ebml)) return ClipContainer.Matroska;
        if (bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WAVE"u8)) return ClipContainer.Wav;
        if (bytes.StartsWith("OggS"u8)) return ClipContainer.Ogg;
        if (bytes.StartsWith("fLaC"u8)) return ClipContainer.Flac;
        if (bytes.StartsWith("ID3"u8)) return ClipContainer.Mp3;
        if (bytes[0] == 0xFF && (bytes[1] & 0xF6) == 0xF0) return ClipContainer.Aac;
        return bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2 ? ClipContainer.Mp3 : ClipContainer.None;
    }

    /// <summary>A still picture of the HEIF family: HEIC from a telephone, AVIF.</summary>
    public static bool IsStill(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) && Stills.Contains(System.Text.Encoding.ASCII.GetString(bytes[8..12]));

    public static ClipContainer ContainerClaimedBy(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".mp4" or ".m4v" or ".mov" or ".qt" or ".3gp" or ".3g2" or ".m4a" => ClipContainer.Mov,
        ".webm" or ".mkv" or ".weba" => ClipContainer.Matroska,
        ".mp3" => ClipContainer.Mp3,
        ".wav" => ClipContainer.Wav,
        ".ogg" or ".oga" or ".ogv" or ".opus" => ClipContainer.Ogg,
        ".flac" => ClipContainer.Flac,
        ".aac" => ClipContainer.Aac,
        _ => ClipContainer.None,
    };

    /// <summary>Named to ffmpeg, so that a playlist in disguise is never opened as one.</summary>
    public static string Demuxer(this ClipContainer container) => container.ToString().ToLowerInvariant();

    /// <summary>The ending and type of a file kept as it came.</summary>
    public static (string Ending, string Type) KeptAs(this ClipContainer container, bool hasPictures) => container switch
    {
        ClipContainer.Mov => hasPictures ? ("mp4", "video/mp4") : ("m4a", "audio/mp4"),
        ClipContainer.Matroska => hasPictures ? ("webm", "video/webm") : ("weba", "audio/webm"),
        ClipContainer.Mp3 => ("mp3", "audio/mpeg"),
        ClipContainer.Wav => ("wav", "audio/wav"),
        ClipContainer.Ogg => hasPictures ? ("ogv", "video/ogg") : ("ogg", "audio/ogg"),
        ClipContainer.Flac => ("flac", "audio/flac"),
        _ => ("aac", "audio/aac"),
    };

    /// <summary>Said to whoever sent it.</summary>
    public static string Vi(this ClipContainer container) => container switch
    {
        ClipContainer.Mov => "MP4/MOV",
        ClipContainer.Matroska => "WebM/MKV",
        _ => container.ToString().ToUpperInvariant(),
    };
}

public enum ClipContainer { None, Mov, Matroska, Mp3, Wav, Ogg, Flac, Aac }
