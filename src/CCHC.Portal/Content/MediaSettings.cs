using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content;

/// <summary>How much the library takes, and what prepares its clips.</summary>
public sealed record MediaSettings
{
    /// <summary>The ffmpeg program, with ffprobe beside it; empty for none. Without it clips are kept and served as they came.</summary>
    public string Ffmpeg { get; init; } = "ffmpeg";

    /// <summary>The ClamAV daemon that looks through files before anybody is handed them: host:port or the path of its socket; empty for none.</summary>
    public string? ClamAv { get; init; }

    /// <summary>The largest clip, in MB, sent piece by piece.</summary>
    [Range(1, 4_000)] public int MostClipMb { get; init; } = 500;

    /// <summary>What one person may have under way at once, in MB.</summary>
    [Range(1, 20_000)] public int MostUnderWayMb { get; init; } = 1_500;

    /// <summary>The longest clip, in minutes.</summary>
    [Range(1, 1_000)] public int MostMinutes { get; init; } = 240;

    /// <summary>Whether the seeds' pictures are drawn in all sizes too, some minutes after the start.</summary>
    public bool DrawSeeds { get; init; } = true;

    /// <summary>Hosts whose videos may be linked: the name shown and the end of the host name.</summary>
    public List<VideoHost> VideoHosts { get; init; } = [.. VideoHost.Usual];

    public long MostClipBytes => MostClipMb * 1024L * 1024;

    public long MostUnderWayBytes => MostUnderWayMb * 1024L * 1024;
}
