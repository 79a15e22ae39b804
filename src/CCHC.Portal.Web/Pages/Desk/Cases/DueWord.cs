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
            return Done(feedback, site);
        }
        if (feedback.DueAt is not { } due)
        {
            return new DueWord("mu", "Không hẹn ngày", null);
        }
        var asOf = feedback.PausedOn is { } paused && paused < today ? paused : today;
        var left = site.Calendar.WorkingDaysLeft(asOf, due);
        if (due < asOf)
        {
            return new DueWord("bad", left == 0 ? "Quá hạn" : $"Quá hạn {-left} ngày làm việc", 100);
        }
        var whole = Math.Max(1, site.Calendar.WorkingDaysLeft(VietnamTime.Day(feedback.ReceivedAt), due));
        var gone = Math.Clamp(100 - (left * 100 / whole), 6, 100);
        var words = left == 0 ? "Hạn hôm nay" : $"Còn {left} ngày làm việc";
        return feedback.PausedOn is not null || feedback.State == FeedbackState.Waiting ? new DueWord("mu", $"Tạm dừng, còn {left} ngày", gone)
            : new DueWord(due <= Deadlines.SoonUntil(site, today) ? "soon" : "go", words, gone);
    }

    // What was late stays late to see, also when it is done.
    private static DueWord Done(Feedback feedback, SiteMap site)
    {
        var late = feedback.AnsweredAt is { } at ? feedback.Clocks.Promise()?.LateBy(site.Calendar, VietnamTime.Day(at)) ?? 0 : 0;
        return feedback.AnsweredAt is { } answered
            ? new DueWord(late > 0 ? "bad" : "mu", $"Trả lời {VietnamTime.ShortDate(answered)}{(late > 0 ? $", muộn {late} ngày làm việc" : "")}", null)
            : new DueWord("mu", "Đã xong", null);
    }
}
