namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>What a case can be tagged as (glossary §8), in words.</summary>
public static class CaseTag
{
    public static readonly IReadOnlyList<(string Tag, string Words)> All =
    [
        ("Harassment", "Sách nhiễu, thái độ"), ("TooManySupplements", "Đòi bổ sung nhiều lần"), ("LateWithoutApologySlip", "Trễ không phiếu xin lỗi"),
        ("Emergency", "Có thể khẩn cấp"), ("Urgent", "Xin giải quyết gấp"), ("PersonalData", "Có thông tin cá nhân"),
    ];

    public static string Say(string tag) => All.FirstOrDefault(known => known.Tag == tag).Words ?? tag;
}
