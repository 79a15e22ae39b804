using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CCHC.Portal.Content;

/// <summary>Makes what readers play out of an uploaded clip: a still and two sizes of a video, an evenly loud recording; nothing of where and by what it was taken.</summary>
public sealed partial class PrepareClip : IDoChore
{
    public const string ChoreKind = "prepare-clip";

    // EBU R128: as loud as podcasts and broadcasts on the web commonly are.
    private const string Loudness = "loudnorm=I=-16:TP=-1.5:LRA=11";

    private static readonly string[] Nameless = ["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"];

    public string Kind => ChoreKind;
    public bool IsHeavy => true;

    public async Task Do(Chore chore, IServiceProvider services, ChoreProgress progress, CancellationToken stop)
    {
        var (db, files, ffmpeg) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<FileStore>(), services.GetRequiredService<Ffmpeg>());
        var id = Guid.Parse(chore.Subject);
        if (await db.MediaFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { } clip || files.PathFor(clip.StoreKey()) is not { } path || !ffmpeg.IsThere)
        {
            return;   // deleted since, or nothing to make it with
        }
        var container = ClipSignature.ContainerClaimedBy(clip.Name);
        var facts = await ffmpeg.Probe(path, container, stop) ?? throw new HopelessChoreException("Tệp hỏng, không đọc được.");
        var work = new Work(files, ffmpeg, clip, path, container, facts, progress);
        clip.Made = string.Join(' ', facts.HasPictures ? await Video(work, stop) : await Sound(work, stop));
        (clip.Seconds, clip.Width, clip.Height) = ((int)Math.Round(facts.Seconds), facts.Width, facts.Height);
        await services.GetRequiredService<MediaIntake>().SaveMade(clip, stop);
    }

    private static async Task<List<string>> Video(Work work, CancellationToken stop)
    {
        List<string> made = ["poster.webp"];
        await Poster(work, stop);
        var side = Math.Min(work.Facts.Width!.Value, work.Facts.Height!.Value);
        int[] sizes = side > 480 ? [480, 720] : [480];
        foreach (var (size, at) in sizes.Select((size, at) => (size, at)))
        {
            await work.Make($"{size}.mp4", 5 + (at * 95 / sizes.Length), 95 / sizes.Length, $"Chuyển sang MP4 {size}p", [], VideoArguments(work.Facts, Math.Min(size, side)), stop);
            made.Add($"{size}.mp4");
        }
        return made;
    }

    // The short side becomes the size, the other follows; both even, as H.264 wants them.
    private static string[] VideoArguments(ClipFacts facts, int size)
    {
        var even = (size / 2 * 2).ToString(CultureInfo.InvariantCulture);
        var scale = facts.Width >= facts.Height ? $"scale=-2:{even}" : $"scale={even}:-2";
        string[] sound = facts.HasSound ? ["-map", "0:a:0", "-af", Loudness, "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-ar", "48000"] : [];
        return
        [
            "-map", "0:v:0", .. sound, .. Nameless, "-vf", scale + ",format=yuv420p,setsar=1", "-fpsmax", "30", "-c:v", "libx264", "-profile:v", "main", "-preset", "veryfast",
            "-crf", size > 480 ? "24" : "25", "-maxrate", size > 480 ? "2500k" : "1000k", "-bufsize", size > 480 ? "5000k" : "2000k", "-threads", "1", "-movflags", "+faststart", "-f", "mp4",
        ];
    }

    private static async Task Poster(Work work, CancellationToken stop)
    {
        const string copy = "poster.webp";
        if (work.Files.Exists(work.Clip.StoreKey(copy)))
        {
            return;
        }
        work.Progress(2, "Chụp ảnh chờ");
        var frame = work.Files.Scratch("png");
        var at = Math.Min(work.Facts.Seconds / 10, 10).ToString("0.###", CultureInfo.InvariantCulture);
        await work.Ffmpeg.Make(work.Path, work.Container, ["-ss", at], ["-map", "0:v:0", "-frames:v", "1", "-f", "image2", "-c:v", "png", "-update", "1", "file:" + frame], _ => { }, TimeSpan.FromMinutes(2), stop);
        using (var image = Image.Thumbnail(frame, 1280, height: 1280, size: Enums.Size.Down))
        {
            using var webp = new MemoryStream(image.WebpsaveBuffer(q: 78, keep: Enums.ForeignKeep.None));
            await work.Files.PutKnown(work.Clip.StoreKey(copy), webp, stop);
        }
        File.Delete(frame);
    }

    // Two passes: the first listens how loud it is, the second makes it even without pumping.
    private static async Task<List<string>> Sound(Work work, CancellationToken stop)
    {
        List<string> made = ["sound.m4a", "sound.mp3"];
        if (made.TrueForAll(copy => work.Files.Exists(work.Clip.StoreKey(copy))))
        {
            return made;
        }
        work.Progress(2, "Đo độ to");
        var heard = await work.Ffmpeg.Make(work.Path, work.Container, [], ["-map", "0:a:0", "-af", Loudness + ":print_format=json", "-f", "null", "-loglevel", "info", "-nostats", "-"], work.Part(2, 38, "Đo độ to"), work.Patience, stop);
        var filter = $"{Loudness}{Measured(heard)},aresample=48000";
        await work.Make("sound.m4a", 40, 30, "Chỉnh độ to đều (M4A)", [], ["-map", "0:a:0", .. Nameless, "-vn", "-af", filter, "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-movflags", "+faststart", "-f", "mp4"], stop);
        await work.Make("sound.mp3", 70, 30, "Chỉnh độ to đều (MP3)", [], ["-map", "0:a:0", .. Nameless, "-vn", "-af", filter, "-c:a", "libmp3lame", "-b:a", "128k", "-ac", "2", "-id3v2_version", "0", "-write_id3v1", "0", "-f", "mp3"], stop);
        return made;
    }

    private static string Measured(string heard)
    {
        if (Json().Match(heard) is not { Success: true } found)
        {
            return "";
        }
        using var read = JsonDocument.Parse(found.Value);
        string Of(string key) => read.RootElement.GetProperty(key).GetString() ?? "";
        string[] all = [Of("input_i"), Of("input_tp"), Of("input_lra"), Of("input_thresh"), Of("target_offset")];
        return all.Any(value => value.Contains("inf", StringComparison.Ordinal)) ? ""   // silence
            : $":measured_I={all[0]}:measured_TP={all[1]}:measured_LRA={all[2]}:measured_thresh={all[3]}:offset={all[4]}:linear=true";
    }

    [GeneratedRegex(@"\{\s*""input_i""[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Json();

    private sealed record Work(FileStore Files, Ffmpeg Ffmpeg, MediaFile Clip, string Path, ClipContainer Container, ClipFacts Facts, ChoreProgress Progress)
    {
        public TimeSpan Patience => TimeSpan.FromMinutes(10) + (TimeSpan.FromSeconds(Facts.Seconds) * 6);

        public Action<double> Part(int from, int size, string word) =>
            seconds => Progress(from + (int)(size * Math.Clamp(Facts.Seconds <= 0 ? 0 : seconds / Facts.Seconds, 0, 1)), word);

        // Made beside and moved into place whole: what is there after a kill is finished.
        public async Task Make(string copy, int from, int size, string word, string[] before, string[] after, CancellationToken stop)
        {
            if (Files.Exists(Clip.StoreKey(copy)))
            {
                return;
            }
            var scratch = Files.Scratch(System.IO.Path.GetExtension(copy).TrimStart('.'));
            try
            {
                await Ffmpeg.Make(Path, Container, before, [.. after, "file:" + scratch], Part(from, size, word), Patience, stop);
                Files.Adopt(scratch, Clip.StoreKey(copy));
            }
            finally
            {
                File.Delete(scratch);
            }
        }
    }
}
