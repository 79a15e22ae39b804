using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The states of a text in words, and as the list's filter names them.</summary>
public static class EditionWords
{
    public static readonly IReadOnlyList<(string Key, EditionState State)> Filters =
    [
        ("ban-nhap", EditionState.Draft), ("cho-duyet", EditionState.InReview), ("da-duyet", EditionState.Approved), ("hen-gio", EditionState.Scheduled),
        ("da-dang", EditionState.Published), ("da-go", EditionState.Withdrawn),
    ];

    public static string Of(EditionState state) => state switch
    {
        EditionState.Draft => "Bản nháp",
        EditionState.InReview => "Chờ duyệt",
        EditionState.Approved => "Đã duyệt",
        EditionState.Scheduled => "Hẹn giờ",
        EditionState.Published => "Đã đăng",
        EditionState.Retired => "Đã thay",
        _ => "Đã gỡ",
    };

    public static string Look(EditionState state) => state switch
    {
        EditionState.Published => "ok",
        EditionState.InReview => "wa",
        EditionState.Scheduled or EditionState.Approved => "in",
        EditionState.Withdrawn => "da",
        _ => "mu",
    };

    public static string Of(RemarkKind kind) => kind switch
    {
        RemarkKind.Submission => "gửi duyệt",
        RemarkKind.Approval => "duyệt",
        RemarkKind.Refusal => "trả lại",
        RemarkKind.Emergency => "đăng khẩn",
        RemarkKind.SecondLook => "xem lại bài đăng khẩn",
        RemarkKind.Withdrawal => "gỡ bài",
        _ => "nhắn",
    };
}
