using CCHC.Portal.Time;

namespace CCHC.Portal.Content.Notices;

/// <summary>What must hold before a notice goes up, in Vietnamese, each with the field it concerns.</summary>
public static class NoticeRules
{
    public const int MostCharacters = 300, MostUrgentDays = 30, MostDays = 366, NoticeDays = 7, UsualStormHours = 24, MostStormHours = 72;

    public static IEnumerable<(string Field, string Words)> Problems(Notice notice, WorkingCalendar calendar, DateTimeOffset now) =>
        OfWords(notice).Concat(OfTime(notice, now)).Concat(notice.Kind == NoticeKind.Maintenance ? OfMaintenance(notice, calendar, now) : []);

    /// <summary>The first day on which maintenance announced now may begin: seven whole working days lie between (NĐ 224 Đ13; BLDS Đ147 for how days are counted).</summary>
    public static DateOnly FirstMaintenanceDay(WorkingCalendar calendar, DateTimeOffset now) => calendar.Due(now, NoticeDays).AddDays(1);

    private static IEnumerable<(string, string)> OfWords(Notice notice)
    {
        if (notice.Text == "")
        {
            yield return ("Text", notice.Kind == NoticeKind.Storm ? "Hãy viết mức độ hoặc lý do, ví dụ: Bão số 5, gió cấp 10." : "Hãy viết nội dung thông báo.");
        }
        if (notice.Text.Length > MostCharacters)
        {
            yield return ("Text", $"Thông báo dài quá {MostCharacters} ký tự. Viết ngắn, chi tiết để ở trang được dẫn tới.");
        }
        if (notice.TextEn.Length > MostCharacters)
        {
            yield return ("TextEn", $"Bản tiếng Anh dài quá {MostCharacters} ký tự.");
        }
        if (notice.Link != "" && !IsOwnPage(notice.Link))
        {
            yield return ("Link", "Liên kết phải là một trang của cổng, bắt đầu bằng dấu /, ví dụ /tin-tuc/nghi-le.");
        }
    }

    private static IEnumerable<(string, string)> OfTime(Notice notice, DateTimeOffset now)
    {
        if (notice.Until <= notice.From)
        {
            yield return ("Until", "Giờ kết thúc phải sau giờ bắt đầu.");
        }
        else if (notice.Until <= now)
        {
            yield return ("Until", "Giờ kết thúc đã qua.");
        }
        else if (notice.Kind == NoticeKind.Storm && notice.Until - notice.From > TimeSpan.FromHours(MostStormHours))
        {
            yield return ("Hours", $"Chế độ khẩn cấp bật nhiều nhất {MostStormHours} giờ một lần.");
        }
        else if (notice.Severity == NoticeSeverity.Urgent && notice.Until - notice.From > TimeSpan.FromDays(MostUrgentDays))
        {
            yield return ("Until", $"Thông báo khẩn hiện nhiều nhất {MostUrgentDays} ngày. Việc dài hơn hãy chọn mức “Lưu ý” hoặc viết thành trang.");
        }
        else if (notice.Until - notice.From > TimeSpan.FromDays(MostDays))
        {
            yield return ("Until", "Thông báo hiện nhiều nhất một năm.");
        }
    }

    private static IEnumerable<(string, string)> OfMaintenance(Notice notice, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (notice.WorkFrom is not { } begins || begins < now)
        {
            yield return ("WorkFrom", "Giờ bắt đầu bảo trì phải ở sau lúc này.");
        }
        else if (notice.Until <= begins)
        {
            yield return ("Until", "Giờ dự kiến hoạt động lại phải sau giờ bắt đầu bảo trì.");
        }
        else if (notice.Reason == "" && VietnamTime.Day(begins) < FirstMaintenanceDay(calendar, now))
        {
            yield return ("WorkFrom", $"Ngừng theo kế hoạch phải báo trước ít nhất {NoticeDays} ngày làm việc (Nghị định 224/2026/NĐ-CP, Điều 13): đăng lúc này thì sớm nhất là {VietnamTime.LongDate(FirstMaintenanceDay(calendar, now))}. Nếu là việc khẩn cấp, hãy ghi lý do; lý do hiện cho người đọc.");
        }
        if (notice.Reason.Length > MostCharacters)
        {
            yield return ("Reason", $"Lý do dài quá {MostCharacters} ký tự.");
        }
    }

    private static bool IsOwnPage(string link) =>
        link.Length <= 300 && link[0] == '/' && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains('\\') && Uri.IsWellFormedUriString(link, UriKind.Relative);
}
