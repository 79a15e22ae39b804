using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content;

/// <summary>Reads captions (WebVTT or SubRip) and writes clean WebVTT: the words with their times, nothing else.</summary>
public static partial class Captions
{
    public const int MostBytes = 1024 * 1024;

    /// <summary>The captions as WebVTT, or what is wrong with them, in Vietnamese.</summary>
    public static (string? Vtt, string? Problem) Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return (null, "Tệp phụ đề lớn quá 1 MB.");
        }
        if (Text(file) is not { } text)
        {
            return (null, "Tệp phụ đề không lưu bằng bảng mã UTF-8. Hãy mở bằng Notepad, chọn Lưu thành, mã hóa UTF-8.");
        }
        var cues = new List<Cue>();
        foreach (var block in Blocks().Split(VietnameseText.Clean(text).Trim()))
        {
            var lines = block.Split('\n');
            var at = Array.FindIndex(lines, line => line.Contains("-->", StringComparison.Ordinal));
            if (at < 0)
            {
                continue;   // the head, a note, a style
            }
            if (Times(lines[at]) is not { } times)
            {
                return (null, $"Phụ đề có dòng thời gian không đọc được: “{(lines[at].Length > 60 ? lines[at][..60] : lines[at])}”.");
            }
            if (times.To <= times.From || (cues.Count > 0 && times.From < cues[^1].From))
            {
                return (null, $"Phụ đề có thời gian không theo thứ tự ở {Time(times.From)}.");
            }
            if (Words(lines[(at + 1)..]) is { Length: > 0 } words)
            {
                cues.Add(new Cue(times.From, times.To, words));
            }
        }
        return cues.Count == 0 ? (null, "Tệp không có dòng phụ đề nào. Cổng nhận phụ đề dạng .vtt hoặc .srt.") : (Write(cues), null);
    }

    /// <summary>The words alone, for the index and for those who would rather read.</summary>
    public static string Plain(string vtt) => string.Join('\n', Blocks().Split(vtt).Select(block => block.Split('\n'))
        .Where(lines => lines.Any(line => line.Contains("-->", StringComparison.Ordinal)))
        .Select(lines => string.Join(' ', lines.SkipWhile(line => !line.Contains("-->", StringComparison.Ordinal)).Skip(1)).Trim()));

    private static string? Text(byte[] file)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(file), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (TimeSpan From, TimeSpan To)? Times(string line)
    {
        var found = TimesLine().Match(line);
        return found.Success && Moment(found, 1) is { } from && Moment(found, 5) is { } to ? (from, to) : null;
    }

    private static TimeSpan? Moment(Match found, int first)
    {
        int Of(int group) => found.Groups[group].Success ? int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (minutes, seconds) = (Of(first + 1), Of(first + 2));
        return minutes < 60 && seconds < 60 ? new TimeSpan(0, Of(first), minutes, seconds, Of(first + 3)) : null;
    }

    private static string Words(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => Marks().Replace(line, "").Trim()).Where(line => line != ""))
        .Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("-->", "→", StringComparison.Ordinal);

    private static string Write(List<Cue> cues)
    {
        var vtt = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
        {
            vtt.Append(CultureInfo.InvariantCulture, $"\n{Time(cue.From)} --> {Time(cue.To)}\n{cue.Words.Replace("<", "&lt;", StringComparison.Ordinal)}\n");
        }
        return vtt.ToString();
    }

    private static string Time(TimeSpan time) => $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}";

    private sealed record Cue(TimeSpan From, TimeSpan To, string Words);

    [GeneratedRegex(@"^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})(?:\s.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex TimesLine();

    [GeneratedRegex(@"\n[ \t]*\n+", RegexOptions.NonBacktracking)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"</?[A-Za-z0-9][^<>]{0,60}>|\{\\[^{}]{0,40}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
