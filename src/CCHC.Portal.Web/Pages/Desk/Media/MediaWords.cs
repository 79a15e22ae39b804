using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>The library's values in words, and as the list's filters name them.</summary>
public static class MediaWords
{
    public static readonly IReadOnlyList<(string Key, MediaKind Kind)> Kinds =
    [
        ("anh", MediaKind.Image), ("video", MediaKind.Video), ("am-thanh", MediaKind.Audio), ("tai-lieu", MediaKind.Document), ("phu-de", MediaKind.Captions),
    ];

    public static readonly IReadOnlyList<(string Key, string Label)> Troubles =
    [
        ("thieu-mo-ta", "Thiếu mô tả ảnh"), ("het-han", "Hết hạn sử dụng"), ("thieu-dong-y", "Chưa rõ đồng ý"), ("chua-dung", "Chưa trang nào dùng"),
    ];

    public static readonly IReadOnlyList<string> Licences =
    [
        "", "Tài sản của cơ quan", "Được phép dùng", "Ghi công (CC BY)", "Ghi công, chia sẻ tương tự (CC BY-SA)", "Thuộc về công chúng",
    ];

    public static string Of(MediaKind kind) => kind switch
    {
        MediaKind.Image => "Ảnh",
        MediaKind.Video => "Video",
        MediaKind.Audio => "Âm thanh",
        MediaKind.Captions => "Phụ đề",
        _ => "Tài liệu",
    };

    public static string IconOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Video => "video-camera",
        MediaKind.Audio => "megaphone",
        MediaKind.Captions => "chat-circle-text",
        _ => "file-text",
    };

    public static string Of(MediaState state) => state switch
    {
        MediaState.Active => "Đang dùng",
        MediaState.Withdrawn => "Đã gỡ",
        _ => "Thùng rác",
    };

    public static string Of(Consent consent) => consent switch
    {
        Consent.NotAsked => "Chưa rõ",
        Consent.NobodyShown => "Không có người nhận ra được",
        Consent.Given => "Đã đồng ý",
        _ => "Không đồng ý hoặc đã rút lại",
    };

    public static string Of(MediaProblem problem, MediaFile file) => problem switch
    {
        MediaProblem.NoAlt => "Thiếu mô tả ảnh",
        MediaProblem.Expired => $"{Of(file.Kind)} hết hạn sử dụng từ {VietnamTime.ShortDate(file.ExpiresOn!.Value.AddDays(1))}",
        _ => file.Consent == Consent.Given ? "Thỏa thuận đồng ý đã hết hạn" : file.Consent == Consent.Missing ? "Người trong ảnh không đồng ý" : "Chưa rõ người trong ảnh có đồng ý",
    };

    public static string FolderOf(string folder, SiteMap site) => folder == MediaFile.CommonFolder ? "Dùng chung" : site.UnitByCode(folder)?.Name ?? folder;

    public static string SizeOf(long bytes) => bytes >= 1024 * 1024
        ? (bytes / 1024.0 / 1024).ToString("0.#", CultureInfo.GetCultureInfo("vi-VN")) + " MB"
        : Math.Max(1, bytes / 1024).ToString(CultureInfo.InvariantCulture) + " KB";

    /// <summary>What it is, how large, how long.</summary>
    public static string Facts(MediaFile file) => string.Join(" · ", new[]
    {
        Of(file.Kind),
        file.Width is { } width && file.Height is { } height ? $"{width} × {height}" : null,
        file.Seconds is { } seconds ? $"{seconds / 60}:{seconds % 60:00}" : null,
        SizeOf(file.Size),
    }.Where(part => part is not null));
}
