using System.Globalization;
using CCHC.Portal.Cases;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The lines of a quarter's account as a file carries them: code, words and number.</summary>
public static class AccountRows
{
    public static IEnumerable<(string Code, string Words, string Value)> Of(AccountModel account)
    {
        foreach (var number in AccountModel.Numbers)
        {
            yield return (number.Key, number.Vi(), Whole(number.Of(account.Cases)));
        }
        foreach (var ground in account.Line.Extensions.OrderBy(pair => pair.Key))
        {
            yield return (FigureNumber.For(ground.Key).Key, FigureNumber.For(ground.Key).Vi(), Whole(ground.Value));
        }
        yield return ("trung-vi-ngay", "Số ngày làm việc để trả lời (trung vị)", Part(account.Line.MedianDays));
        yield return ("diem-hai-long", "Điểm hài lòng trung bình, trên 5", Part(account.Line.Rating));
        yield return ("ty-le-dung-hen", "Tỷ lệ đúng hẹn trong số đã đến hạn, %", account.Line.OnTimeShare is { } share ? Whole(share) : "");
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Part(double? number) => number?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";
}
