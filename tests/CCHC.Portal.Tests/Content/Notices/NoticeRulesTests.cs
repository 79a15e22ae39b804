using CCHC.Portal.Content.Notices;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests.Content.Notices;

public sealed class NoticeRulesTests
{
    private static readonly DateTimeOffset Now = Given.Morning;   // Friday 20 November 2026, nine o'clock
    private static readonly WorkingCalendar Calendar = Given.SiteMap(null, new CalendarDay { Date = new DateOnly(2026, 11, 24), Kind = CalendarDayKind.Holiday, Name = "Ngày Văn hóa" }).Calendar;

    [Fact]
    public void A_short_line_with_an_end_may_go_up() => Assert.Empty(Problems(Alert()));

    [Fact]
    public void Without_words_or_without_an_end_it_stays_down()
    {
        Assert.Equal("Text", Assert.Single(Problems(Alert(text: ""))).Field);
        Assert.Equal("Until", Assert.Single(Problems(Alert(until: DateTimeOffset.MinValue))).Field);
        Assert.Equal("Until", Assert.Single(Problems(Alert(from: Now.AddHours(-2), until: Now.AddHours(-1)))).Field);
        Assert.Equal("Text", Assert.Single(Problems(Alert(text: new string('x', 301)))).Field);
    }

    [Theory]
    [InlineData(NoticeSeverity.Urgent, 30, true)]
    [InlineData(NoticeSeverity.Urgent, 31, false)]
    [InlineData(NoticeSeverity.Note, 31, true)]
    [InlineData(NoticeSeverity.Info, 367, false)]
    public void What_is_urgent_ends_within_thirty_days(NoticeSeverity severity, int days, bool may) =>
        Assert.Equal(may, Problems(Alert(severity: severity, until: Now.AddDays(days))).Count == 0);

    [Theory]
    [InlineData("/tin-tuc/nghi-le", true)]
    [InlineData("", true)]
    [InlineData("https://vidu.vn", false)]
    [InlineData("//vidu.vn", false)]
    [InlineData("/\\vidu.vn", false)]
    [InlineData("javascript:alert(1)", false)]
    public void It_leads_to_a_page_of_ours_only(string link, bool may) => Assert.Equal(may, Problems(Alert(link: link)).Count == 0);

    [Fact]
    public void Maintenance_is_announced_seven_whole_working_days_before_holidays_left_out()
    {
        // After Friday 20: 23, 25, 26, 27, 30 November, 1, 2 December; the 24th is a holiday.
        Assert.Equal(new DateOnly(2026, 12, 3), NoticeRules.FirstMaintenanceDay(Calendar, Now));

        Assert.Empty(Problems(Maintenance(new DateOnly(2026, 12, 3))));
        var tooSoon = Assert.Single(Problems(Maintenance(new DateOnly(2026, 12, 2))));
        Assert.Equal("WorkFrom", tooSoon.Field);
        Assert.Contains("Nghị định 224/2026/NĐ-CP", tooSoon.Words, StringComparison.Ordinal);
        Assert.Contains("Thứ Năm, 03/12/2026", tooSoon.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_emergency_needs_only_its_reason()
    {
        Assert.Empty(Problems(Maintenance(new DateOnly(2026, 11, 20), reason: "Thiết bị hỏng")));
        Assert.Contains(Problems(Maintenance(new DateOnly(2026, 11, 19), reason: "Thiết bị hỏng")), problem => problem.Field == "WorkFrom");
        Assert.Equal("Until", Assert.Single(Problems(Maintenance(new DateOnly(2026, 12, 10), hours: -1))).Field);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(72, true)]
    [InlineData(73, false)]
    [InlineData(0, false)]
    public void The_storm_switch_is_on_for_three_days_at_most(int hours, bool may) =>
        Assert.Equal(may, Problems(new Notice { Kind = NoticeKind.Storm, Severity = NoticeSeverity.Urgent, Text = "Bão số 5", From = Now, Until = Now.AddHours(hours) }).Count == 0);

    [Fact]
    public void It_stands_from_its_hour_until_its_hour_or_until_somebody_takes_it_down()
    {
        var notice = Alert(from: Now.AddHours(1), until: Now.AddHours(2));

        Assert.Equal([false, true, true, false], new[] { 0, 60, 119, 120 }.Select(minutes => notice.IsShown(Now.AddMinutes(minutes))));
        notice.End(Guid.CreateVersion7(), Now.AddMinutes(70));
        Assert.False(notice.IsShown(Now.AddMinutes(71)));
        Assert.Throws<InvalidOperationException>(() => notice.End(Guid.CreateVersion7(), Now.AddMinutes(72)));
    }

    private static List<(string Field, string Words)> Problems(Notice notice) => [.. NoticeRules.Problems(notice, Calendar, Now)];

    private static Notice Alert(string text = "Mất điện ở Cát Bà đến 17 giờ.", NoticeSeverity severity = NoticeSeverity.Note, string link = "", DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        new() { Text = text, Severity = severity, Link = link, From = from ?? Now, Until = until ?? Now.AddDays(1) };

    private static Notice Maintenance(DateOnly day, string reason = "", int hours = 3) => new()
    {
        Kind = NoticeKind.Maintenance,
        Severity = NoticeSeverity.Note,
        Text = "Bảo trì",
        Reason = reason,
        From = Now,
        WorkFrom = VietnamTime.At(day, new TimeOnly(22, 0)),
        Until = VietnamTime.At(day, new TimeOnly(22, 0)).AddHours(hours),
    };
}
