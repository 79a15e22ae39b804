using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>One clock of a case as its page shows it: what is promised, by when, how it stands, how long it stood still.</summary>
public sealed record ClockLine(string Name, string Due, string Look, string State, IReadOnlyList<string> Notes)
{
    public static IReadOnlyList<ClockLine> Of(Feedback feedback, SiteMap site, DateTimeOffset now) =>
        [.. feedback.Clocks.OrderBy(clock => clock.Kind).ThenBy(clock => clock.Id).Select(clock => Of(clock, site, now))];

    private static ClockLine Of(CaseClock clock, SiteMap site, DateTimeOffset now)
    {
        var late = clock.LateBy(site.Calendar, VietnamTime.Day(now));
        var (look, state) = clock switch
        {
            { StoppedAt: not null } when late > 0 => ("da", $"muộn {late} ngày"),
            { StoppedAt: not null } => ("ok", "đúng hạn"),
            { Pausing: not null } => ("mu", "đang tạm dừng"),
            _ when late > 0 => ("da", $"quá hạn {late} ngày"),
            _ => ("in", site.Calendar.WorkingDaysLeft(VietnamTime.Day(now), clock.DueAt) is var left and > 0 ? $"còn {left} ngày" : "hạn hôm nay"),
        };
        return new ClockLine(clock.Kind.Words(), VietnamTime.ShortDate(clock.DueAt), look, state, [.. clock.StoppedAt is { } stopped ? new[] { $"Xong {VietnamTime.Moment(stopped)}" } : [], .. clock.Pauses.Select(pause => Say(pause, site, now))]);
    }

    private static string Say(ClockPause pause, SiteMap site, DateTimeOffset now)
    {
        var days = site.Calendar.PausedDays(new PausedSpan(pause.From, pause.Until ?? now));
        var why = pause.Reason == PauseReason.WaitingForCitizen ? "chờ người gửi bổ sung" : "cơ quan ngoài đang giữ";
        return $"Tạm dừng {days} ngày làm việc, {why}: {VietnamTime.ShortDate(pause.From)} – {(pause.Until is { } until ? VietnamTime.ShortDate(until) : "nay")}";
    }
}
