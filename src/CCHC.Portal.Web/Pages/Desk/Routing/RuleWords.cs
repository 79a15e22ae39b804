using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>The routing table in the words of the desk.</summary>
public static class RuleWords
{
    public static readonly IReadOnlyList<(string Tag, string Words)> Tags =
    [
        ("Harassment", "Sách nhiễu, thái độ"), ("TooManySupplements", "Đòi bổ sung quá nhiều lần"),
        ("LateWithoutApologySlip", "Trễ hẹn không có phiếu xin lỗi"), ("Urgent", "Gấp"), ("Emergency", "Khẩn cấp"),
        ("Ferry", "Bến phà"), ("Power", "Điện lực"), ("Water", "Cấp nước"), ("Bay", "Trên vịnh"), ("NationalPark", "Vườn quốc gia"), ("LandRegistry", "Văn phòng đăng ký đất đai"), ("Tax", "Cơ quan thuế"),
        ("SocialInsurance", "Bảo hiểm xã hội"), ("Enterprise", "Đăng ký doanh nghiệp"), ("Military", "Nghĩa vụ quân sự"), ("Telecom", "Viễn thông, dịch vụ khác"),
    ];

    public static string TagWords(string tag) => Tags.FirstOrDefault(known => known.Tag == tag).Words ?? tag;

    /// <summary>What the line asks of a message.</summary>
    public static string Asks(RoutingRule rule)
    {
        var asked = new List<string> { rule.Kind?.Vi() ?? "Mọi loại", rule.Field?.Vi() ?? "mọi lĩnh vực" };
        if (rule.Place != "")
        {
            asked.Add($"nơi có “{rule.Place}”");
        }
        if (rule.Tag != "")
        {
            asked.Add($"nhãn {TagWords(rule.Tag)}");
        }
        return string.Join(" · ", asked);
    }

    public static string Units(string codes, SiteMap site) =>
        string.Join(", ", codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => site.UnitByCode(code)?.Name ?? code));

    public static string Goes(RoutingDecision decision) => decision.Unit?.Name ?? "Hàng chờ phân loại";

    /// <summary>Who helps by that decision; nothing when nobody does.</summary>
    public static string Helps(RoutingDecision decision) => decision.Unit is null || decision.Supporting.Count == 0 ? "" : "phối hợp: " + string.Join(", ", decision.Supporting.Select(unit => unit.Name));
}
