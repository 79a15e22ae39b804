using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CCHC.Portal.Storage;

/// <summary>The ffmpeg of this machine: asked with fixed arguments, without a shell, for local files of a named type only, politely and not for ever.</summary>
public sealed class Ffmpeg
{
    private static readonly TimeSpan Probing = TimeSpan.FromSeconds(30);
    private readonly string? program, probe, nice = Found("nice");

    public Ffmpeg(string wanted)
    {
        program = wanted == "" ? null : Found(wanted);
        probe = program is null ? null : Found(Path.Combine(Path.GetDirectoryName(program)!, "ffprobe"));
    }

    public bool IsThere => program is not null && probe is not null;

    /// <summary>What is in a file; null when it cannot be read as what it is said to be.</summary>
    public async Task<ClipFacts?> Probe(string path, ClipContainer container, CancellationToken stop)
    {
        var said = new List<string>();
        var code = await Run(probe!, [.. Of(path, container), "-show_entries", "format=duration:stream=codec_type,codec_name,width,height,duration:stream_side_data=rotation:stream_disposition=attached_pic", "-of", "json"],
            said.Add, null, Probing, stop);
        return code == 0 ? ClipFacts.Of(string.Concat(said)) : null;
    }

    /// <summary>Makes files out of one; progress comes as seconds of the clip. Returns what ffmpeg said at the end.</summary>
    public async Task<string> Make(string path, ClipContainer container, IEnumerable<string> before, IEnumerable<string> after, Action<double> progress, TimeSpan most, CancellationToken stop)
    {
        var said = new Queue<string>();
        var code = await Run(program!, ["-y", "-nostdin", "-progress", "pipe:1", "-threads", "1", .. before, .. Of(path, container), .. after], line => Progress(line, progress), line =>
        {
            said.Enqueue(line);
            if (said.Count > 40)
            {
                said.Dequeue();
            }
        }, most, stop);
        var words = string.Join('\n', said);
        return code == 0 ? words : throw new IOException($"ffmpeg ended with {code}: {words}");
    }

    // A playlist named .mp4 would make ffmpeg read other files: the type comes from our own look at the bytes, and only files may be opened.
    private static string[] Of(string path, ClipContainer container) =>
        ["-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file", "-f", container.Demuxer(), "-i", "file:" + path];

    private async Task<int> Run(string file, IReadOnlyList<string> arguments, Action<string> output, Action<string>? errors, TimeSpan most, CancellationToken stop)
    {
        using var alarm = new CancellationTokenSource(most);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, alarm.Token);
        var start = new ProcessStartInfo(nice ?? file, nice is null ? arguments : ["-n", "15", file, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            await Task.WhenAll(Lines(process.StandardOutput, output, either.Token), Lines(process.StandardError, errors ?? (_ => { }), either.Token));
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"{Path.GetFileName(file)} took longer than {most.TotalMinutes:0} minutes.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task Lines(StreamReader reader, Action<string> hear, CancellationToken stop)
    {
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            hear(line);
        }
    }

    private static void Progress(string line, Action<double> progress)
    {
        const string key = "out_time_us=";
        if (line.StartsWith(key, StringComparison.Ordinal) && long.TryParse(line.AsSpan(key.Length), CultureInfo.InvariantCulture, out var microseconds))
        {
            progress(microseconds / 1_000_000.0);
        }
    }

    private static string? Found(string program) => Path.IsPathRooted(program)
        ? File.Exists(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}

/// <summary>What is in a clip.</summary>
public sealed record ClipFacts(double Seconds, int? Width, int? Height, bool HasSound)
{
    public bool HasPictures => Width is not null;

    internal static ClipFacts? Of(string json)
    {
        using var read = JsonDocument.Parse(json);
        if (!read.RootElement.TryGetProperty("streams", out var streams))
        {
            return null;
        }
        var video = streams.EnumerateArray().Where(stream => Word(stream, "codec_type") == "video" && !IsCover(stream)).Cast<JsonElement?>().FirstOrDefault();
        var sound = streams.EnumerateArray().Any(stream => Word(stream, "codec_type") == "audio");
        if (video is null && !sound)
        {
            return null;
        }
        var (width, height) = video is { } v ? (v.GetProperty("width").GetInt32(), v.GetProperty("height").GetInt32()) : (0, 0);
        if (video is { } turned && Rotation(turned) % 180 != 0)
        {
            (width, height) = (height, width);
        }
        var seconds = read.RootElement.TryGetProperty("format", out var format) && double.TryParse(Word(format, "duration"), CultureInfo.InvariantCulture, out var told) ? told : 0;
        return new ClipFacts(seconds, video is null ? null : width, video is null ? null : height, sound);
    }

    private static string Word(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    // The picture on the sleeve of a recording is no film.
    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && disposition.TryGetProperty("attached_pic", out var cover) && cover.GetInt32() == 1;

    private static int Rotation(JsonElement stream) =>
        stream.TryGetProperty("side_data_list", out var list)
            ? list.EnumerateArray().Select(side => side.TryGetProperty("rotation", out var turn) ? (int)turn.GetDouble() : 0).FirstOrDefault(turn => turn != 0) : 0;
}
