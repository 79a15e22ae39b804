namespace CCHC.Portal.Storage;

/// <summary>A film or recording from the public: MP4, M4A or MP3 only; its place, names and titles are taken out where ffmpeg is there.</summary>
internal static class IncomingClip
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    // Kept as it came, what the sender's telephone plays everybody's plays.
    private static readonly ClipContainer[] Taken = [ClipContainer.Mov, ClipContainer.Mp3];

    public static ClipContainer ContainerOf(ReadOnlySpan<byte> bytes) => ClipSignature.ContainerOf(bytes) is var container && Taken.Contains(container) ? container : ClipContainer.None;

    public static async Task<IncomingFile?> Check(byte[] bytes, ClipContainer container, string name, Ffmpeg? ffmpeg, CancellationToken stop)
    {
        if (ffmpeg is not { IsThere: true })
        {
            return IsWhole(bytes, container) ? Kept(bytes, name, container, hasPictures: !Path.GetExtension(name).Equals(".m4a", StringComparison.OrdinalIgnoreCase)) : null;
        }
        var folder = Directory.CreateDirectory(Path.Combine(Workshop(), $"portal-clip-{Guid.CreateVersion7():n}"));
        try
        {
            var sent = Path.Combine(folder.FullName, "sent");
            await File.WriteAllBytesAsync(sent, bytes, stop);
            if (await ffmpeg.Probe(sent, container, stop) is not { Seconds: > 0 } facts)
            {
                return null;
            }
            var ending = container.KeptAs(facts.HasPictures).Ending;
            var clean = Path.Combine(folder.FullName, "clean." + ending);
            await ffmpeg.Make(sent, container, [], [.. facts.HasPictures ? ["-map", "0:V:0"] : Array.Empty<string>(), "-map", "0:a?", "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-c", "copy", .. container == ClipContainer.Mov ? ["-movflags", "+faststart"] : Array.Empty<string>(), "file:" + clean], _ => { }, Most, stop);
            return Kept(await File.ReadAllBytesAsync(clean, stop), name, container, facts.HasPictures);
        }
        catch (Exception broken) when (broken is IOException or TimeoutException or System.Text.Json.JsonException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IncomingFile Kept(byte[] bytes, string name, ClipContainer container, bool hasPictures)
    {
        var (ending, type) = container.KeptAs(hasPictures);
        return new(IncomingProblem.None, type, ending, bytes, null, null, SafeFileName.From(name, ending));
    }

    // What somebody sends in confidence is written in the clear to memory, where the machine has a folder of it, and for this moment only.
    private static string Workshop() => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private static bool IsWhole(byte[] bytes, ClipContainer container) => container == ClipContainer.Mov ? HasMovie(bytes) : HasFrames(bytes);

    // Boxes follow one another to the end, and one of them says what is in the others.
    private static bool HasMovie(ReadOnlySpan<byte> bytes)
    {
        var (at, found) = (0L, false);
        while (at + 8 <= bytes.Length)
        {
            var head = bytes[(int)at..];
            long size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head);
            size = size switch { 1 when head.Length >= 16 => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(head[8..]), 0 => bytes.Length - at, _ => size };
            found |= head[4..8].SequenceEqual("moov"u8);
            if (size < 8)
            {
                return false;
            }
            at += size;
        }
        return found && at == bytes.Length;
    }

    private static bool HasFrames(ReadOnlySpan<byte> bytes)
    {
        var from = bytes.StartsWith("ID3"u8) && bytes.Length > 10 ? 10 + ((bytes[6] & 0x7F) << 21 | (bytes[7] & 0x7F) << 14 | (bytes[8] & 0x7F) << 7 | (bytes[9] & 0x7F)) : 0;
        return from + 512 < bytes.Length && bytes[from] == 0xFF && (bytes[from + 1] & 0xE6) == 0xE2;
    }
}
