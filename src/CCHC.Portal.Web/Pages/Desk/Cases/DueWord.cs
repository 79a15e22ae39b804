using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>How a deadline is said in a list: a word, a colour with the same meaning, and how much of the time has gone.</summary>
public sealed record DueWord(string Look, string Words, int? Percent)
{
    public static DueWord Of(Feedback feedback, SiteMap site, DateOnly today)
    {
        if (!feedback.IsOpen)
        {
            return new DueWord("mu", feedback.AnsweredAt is { } at ? $"Trả lời {VietnamTime.ShortDate(at)}" : "Đã xong", null);
        }
        if (feedback.DueAt is not { } due)
        {
            return new DueWord("mu", "Không hẹn ngày", null);
        }
        var left = site.Calendar.WorkingDaysLeft(today, due);
        if (due < today)
        {
            return new DueWord("bad", left == 0 ? "Quá hạn" : $"Quá hạn {-left} ngày làm việc", 100);
        }
        var whole = Math.Max(1, site.Calendar.WorkingDaysLeft(VietnamTime.Day(feedback.ReceivedAt), due));
        var gone = Math.Clamp(100 - (left * 100 / whole), 6, 100);
        var words = left == 0 ? "Hạn hôm nay" : $"Còn {left} ngày làm việc";
        return feedback.State == FeedbackState.Waiting ? new DueWord("mu", $"Chờ bổ sung, còn {left} ngày", gone)
            : new DueWord(due <= Deadlines.SoonUntil(site, today) ? "soon" : "go", words, gone);
    }
}
