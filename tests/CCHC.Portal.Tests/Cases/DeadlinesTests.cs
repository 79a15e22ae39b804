using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests.Cases;

public sealed class DeadlinesTests
{
    private static readonly SiteMap Site = Given.SiteMap(days: new CalendarDay { Date = new DateOnly(2026, 11, 24), Kind = CalendarDayKind.Holiday, Name = "Ngày Văn hóa" });

    [Theory]
    [InlineData(FeedbackKind.Report)]
    [InlineData(FeedbackKind.Recommendation)]
    [InlineData(FeedbackKind.Question)]
    public void An_answer_is_promised_in_ten_working_days_of_the_site(FeedbackKind kind) =>
        Assert.Equal(new DateOnly(2026, 12, 7), new Deadlines(new CasesSettings()).For(Site, kind, Given.Morning));

    [Theory]
    [InlineData(FeedbackKind.Idea)]
    [InlineData(FeedbackKind.Praise)]
    public void Ideas_and_praise_have_no_day_they_are_due(FeedbackKind kind) =>
        Assert.Null(new Deadlines(new CasesSettings()).For(Site, kind, Given.Morning));

    [Fact]
    public void Who_complains_is_guided_within_the_seven_working_days_for_petitions()
    {
        var deadlines = new Deadlines(new CasesSettings());
        var feedback = Given.Feedback(FeedbackKind.AdministrativeComplaint, dueAt: deadlines.For(Site, FeedbackKind.AdministrativeComplaint, Given.Morning));
        feedback.StartClocks(deadlines.TermsOf(Site));

        Assert.Equal(new DateOnly(2026, 12, 2), feedback.DueAt);
        Assert.Equal(7, feedback.Clocks.Promise()!.Days);
    }

    [Fact]
    public void The_number_of_days_is_a_setting() =>
        Assert.Equal(new DateOnly(2026, 11, 23), new Deadlines(new CasesSettings { AnswerWithin = 1 }).For(Site, FeedbackKind.Report, Given.Morning));
}
