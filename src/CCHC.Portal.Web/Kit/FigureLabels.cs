using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Kit;

/// <summary>The Vietnamese words for what indices, goals and disclosures name; pages say them through @T.</summary>
public static class FigureLabels
{
    public static string Vi(this IndicatorLevel level) => level switch
    {
        IndicatorLevel.City => "Tỉnh, thành phố",
        _ => "Xã, phường, đặc khu",
    };

    public static string Vi(this DisclosureKind kind) => kind switch
    {
        DisclosureKind.Budget => "Ngân sách",
        DisclosureKind.Assets => "Tài sản công",
        DisclosureKind.Fees => "Phí, lệ phí",
        DisclosureKind.Procedures => "Thủ tục hành chính",
        DisclosureKind.Democracy => "Dân chủ ở cơ sở",
        _ => "Nội dung khác",
    };

    public static string Vi(this PostingState state) => state switch
    {
        PostingState.ToCome => "Sắp niêm yết",
        PostingState.Current => "Đang niêm yết",
        _ => "Đã hết thời gian niêm yết",
    };

    public static string Vi(this GoalState state) => state switch
    {
        GoalState.Reached => "Đạt",
        GoalState.UnderWay => "Đang thực hiện",
        GoalState.Missed => "Quá hạn, chưa đạt",
        _ => "Chưa công bố kết quả",
    };
}
