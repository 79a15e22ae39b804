namespace CCHC.Portal.Content;

/// <summary>A place outside whose videos pages may link to.</summary>
public sealed record VideoHost
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
        new() { Name = "Báo và phát thanh, truyền hình Hải Phòng", Host = "thp.org.vn" },
        new() { Name = "Cổng Thông tin điện tử Hải Phòng", Host = "haiphong.gov.vn" },
    ];

    /// <summary>Whose address this is; null for anybody else's, for plain http, and for what is no address.</summary>
    public static VideoHost? Of(string? address, IEnumerable<VideoHost> hosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo == "" && uri.IsDefaultPort
            ? hosts.Where(known => uri.IdnHost == known.Host || uri.IdnHost.EndsWith("." + known.Host, StringComparison.OrdinalIgnoreCase)).MaxBy(known => known.Host.Length)
            : null;
}
