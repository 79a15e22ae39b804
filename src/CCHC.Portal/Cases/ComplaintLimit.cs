using System.Globalization;
using CCHC.Portal.Cases.Asking;

namespace CCHC.Portal.Cases;

/// <summary>Until when a complaint may be lodged, where its sender said when they got the decision (Luật Khiếu nại Đ9: 90 days of the calendar).</summary>
public static class ComplaintLimit
{
    public const int Days = 90;
    public const string Question = "ngay-nhan-quyet-dinh";

    /// <summary>The last day; null when the day was not said, or the case is no complaint.</summary>
    public static DateOnly? Of(FeedbackKind kind, IEnumerable<GivenAnswer> answers) =>
        kind == FeedbackKind.AdministrativeComplaint && answers.FirstOrDefault(answer => answer.Code == Question) is { } said
        && DateOnly.TryParseExact(said.Text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.AddDays(Days) : null;
}
