using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>One thing that happened to a case, in words for the desk.</summary>
public sealed record HappenedLine(string Words, string When, string? Who, string Text, bool IsPublic)
{
    public static IReadOnlyList<HappenedLine> Of(Feedback feedback, SiteMap site, IReadOnlyDictionary<Guid, string> names) =>
        [.. feedback.Events.OrderByDescending(happened => happened.At).ThenByDescending(happened => happened.Kind).Select(happened => new HappenedLine(
            Say(happened, site, names), VietnamTime.Moment(happened.At),
            happened.PersonId is { } person ? names.GetValueOrDefault(person) : null, happened.Text, happened.IsPublic))];

    private static string Say(CaseEvent happened, SiteMap site, IReadOnlyDictionary<Guid, string> names) => happened.Kind switch
    {
        CaseEventKind.Received => "Tiếp nhận",
        CaseEventKind.Assigned when happened.FromUnitId is null => $"Giao cho {NameOf(happened.ToUnitId, site)}",
        CaseEventKind.Assigned => $"{NameOf(happened.FromUnitId, site)} chuyển đến {NameOf(happened.ToUnitId, site)}",
        CaseEventKind.HandedOver => $"Chuyển cơ quan ngoài: {NameOf(happened.ToUnitId, site)}",
        CaseEventKind.Asked => "Hỏi thêm người gửi",
        CaseEventKind.Added => "Người gửi bổ sung",
        CaseEventKind.Noted => "Ghi chú nội bộ",
        CaseEventKind.Answered => "Trả lời người dân",
        CaseEventKind.Declined => "Không tiếp nhận",
        CaseEventKind.CameBack => "Cơ quan ngoài chuyển lại",
        CaseEventKind.ExtensionAsked => "Xin gia hạn",
        CaseEventKind.Extended => "Gia hạn trả lời",
        CaseEventKind.ExtensionRefused => "Không chấp thuận gia hạn",
        CaseEventKind.Rescheduled => "Hạn tính lại theo lịch",
        CaseEventKind.Reminded => "Nhắc hạn",
        CaseEventKind.Revealed => "Xem thông tin người gửi",
        CaseEventKind.Classified => "Phân loại",
        CaseEventKind.Entrusted => $"Phân công {(happened.ToPersonId is { } named ? names.GetValueOrDefault(named) : null) ?? "cán bộ"}",
        CaseEventKind.SupportAsked => $"Mời {NameOf(happened.ToUnitId, site)} phối hợp",
        CaseEventKind.Contributed => $"{NameOf(happened.FromUnitId, site)} góp phần của mình",
        CaseEventKind.HandedIn => "Trình duyệt câu trả lời",
        CaseEventKind.Returned => "Trả lại câu trả lời để sửa",
        CaseEventKind.Merged => "Gộp các phản ánh cùng việc",
        CaseEventKind.Unmerged => "Tách ra xử lý riêng",
        CaseEventKind.Linked => "Ghi là có liên quan",
        CaseEventKind.Redacted => "Che bớt nội dung",
        CaseEventKind.OriginalSeen => "Xem nội dung gốc",
        CaseEventKind.AboutNoted => "Ghi người, đơn vị bị phản ánh",
        CaseEventKind.AboutLifted => "Gỡ ghi nhận người, đơn vị bị phản ánh",
        CaseEventKind.Corrected => "Người gửi đính chính lời đã viết",
        CaseEventKind.Withdrawn => "Người gửi rút phản ánh",
        CaseEventKind.AskedAgain => $"Người gửi đề nghị xem lại: {(happened.ToUnitId is null ? "cán bộ tiếp nhận" : NameOf(happened.ToUnitId, site))}",
        CaseEventKind.Rated => "Người gửi đánh giá câu trả lời",
        CaseEventKind.ConsentGiven => "Người gửi đồng ý công khai",
        CaseEventKind.ConsentRevoked => "Người gửi rút đồng ý công khai",
        CaseEventKind.NoticesChosen => "Người gửi đổi cách nhận tin",
        CaseEventKind.IdeaAccepted => "Tiếp thu góp ý",
        CaseEventKind.IdeaDeclined => "Chưa tiếp thu góp ý",
        CaseEventKind.Held => "Giữ lại, không xóa khi hết hạn lưu",
        CaseEventKind.Released => "Thôi giữ lại",
        CaseEventKind.Purged => "Đã xóa lời và thông tin người gửi theo thời hạn lưu",
        CaseEventKind.IdentityCorrected => "Đã sửa thông tin của người gửi",
        CaseEventKind.IdentityErased => "Đã xóa tên và cách liên hệ của người gửi",
        _ => "Nhận xử lý",
    };

    private static string NameOf(Guid? unit, SiteMap site) => site.UnitById(unit)?.Name ?? "đơn vị khác";
}
