using System.Text.RegularExpressions;

namespace CCHC.Portal.Content;

/// <summary>A place outside whose videos pages may link to.</summary>
public sealed partial record VideoHost
{
    public string Name { get; init; } = "";

    /// <summary>The host itself; names below it count too.</summary>
    public string Host { get; init; } = "";

    public static readonly IReadOnlyList<VideoHost> Usual =
    [
        new() { Name = "YouTube", Host = "youtube.com" },
        new() { Name = "YouTube", Host = "youtu.be" },
        new() { Name = "Facebook", Host = "facebook.com" },
        new() { Name = "Facebook", Host = "fb.watch" },
        new() { Name = "Zalo", Host = "zalo.me" },
        new() { Name = "Zalo Video", Host = "video.zalo.me" },
        new() { Name = "Cổng Thông tin điện tử Hải Phòng", Host = "haiphong.gov.vn" },
    ];

    /// <summary>Whose address this is; null for anybody else's, for plain http, and for what is no address.</summary>
    public static VideoHost? Of(string? address, IEnumerable<VideoHost> hosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo == "" && uri.IsDefaultPort
            ? hosts.Where(known => uri.IdnHost == known.Host || uri.IdnHost.EndsWith("." + known.Host, StringComparison.OrdinalIgnoreCase)).MaxBy(known => known.Host.Length)
            : null;

    /// <summary>The address for a frame that plays a video of this host; null when it must be watched there.</summary>
    public string? FrameOf(string address)
    {
        var uri = new Uri(address);
        if (Host is "youtube.com" or "youtu.be")
        {
            return YouTube().Match(uri.PathAndQuery) is { Success: true } found ? "https://www.youtube-nocookie.com/embed/" + found.Groups[1].Value : null;
        }
        return Host is "facebook.com" && uri.AbsolutePath.Contains("/videos/", StringComparison.Ordinal)
            ? "https://www.facebook.com/plugins/video.php?show_text=false&href=" + Uri.EscapeDataString(uri.GetLeftPart(UriPartial.Path)) : null;
    }

    [GeneratedRegex(@"^/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/|live/|)([A-Za-z0-9_-]{11})(?:[?&/]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex YouTube();
}
