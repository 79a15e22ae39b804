using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The lines of a quarter's account, always the same ones in the same order, so that files of several units lie one under the other.</summary>
public static class AccountRows
{
    public static IEnumerable<(string Name, string Unit, object? Value)> Of(FigureLine line) =>
    [
        (FigureNumber.Received.Vi(), "vụ", line.Received),
        (FigureNumber.OnTime.Vi(), "vụ", line.OnTime),
        (FigureNumber.Late.Vi(), "vụ", line.Late),
        (FigureNumber.Running.Vi(), "vụ", line.Running),
        (FigureNumber.WithoutDay.Vi(), "vụ", line.WithoutDay),
        (FigureNumber.Withdrawn.Vi(), "vụ", line.Withdrawn),
        (FigureNumber.Answered.Vi(), "vụ", line.Answered),
        (FigureNumber.AskedAgain.Vi(), "vụ", line.AskedAgain),
        .. Enum.GetValues<ExtensionGround>().Select(ground => (FigureNumber.For(ground).Vi(), "vụ", (object?)line.Extensions.GetValueOrDefault(ground))),
        ("Số ngày làm việc để trả lời (trung vị)", "ngày", line.MedianDays),
        ("Tỷ lệ đúng hẹn trong số đã đến hạn", "%", line.OnTimeShare),
        (FigureNumber.Rated.Vi(), "vụ", line.Ratings),
        ("Điểm hài lòng trung bình, trên 5", "điểm", line.Rating),
    ];
}
