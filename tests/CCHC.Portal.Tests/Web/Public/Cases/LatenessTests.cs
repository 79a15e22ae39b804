using AngleSharp.Dom;
using CCHC.Portal.Cases;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>A missed promise looks missed to the citizen, an extended one says why, a stopped one says for whom it waits.</summary>
public sealed class LatenessTests(PortalHost portal)
{
    private static readonly Guid Officer = Guid.CreateVersion7();

    [Fact]
    public async Task Late_is_shown_as_late()
    {
        var page = await Tracked(daysAgo: 40, _ => { });

        Assert.Contains("Đã quá hạn", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("đã được báo", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);   // nobody was told yet: the page does not say so
        Assert.Contains("chưa nêu lý do", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("quá hạn", page.QuerySelector(".pill.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_the_delay_was_reported_above_is_said_once_it_was_and_not_when_only_the_unit_was_told()
    {
        var below = await portal.OpenedCase(_ => { }, daysAgo: 40);
        await portal.Inside((_, db) =>
        {
            db.ClockReminders.Add(new ClockReminder { ClockId = below.Case.Clocks.Promise()!.Id, DueAt = below.Case.DueAt!.Value, Step = 1, At = Given.Morning });
            return db.SaveChangesAsync();
        });
        Assert.DoesNotContain("đã được báo", (await (await below.Citizen.Get("/phan-anh/theo-doi")).Read()).QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);

        var own = await portal.OpenedCase(_ => { }, daysAgo: 40);
        await portal.Inside((_, db) =>
        {
            db.ClockReminders.Add(new ClockReminder { ClockId = own.Case.Clocks.Promise()!.Id, DueAt = own.Case.DueAt!.Value, Step = 1, At = Given.Morning, ToldAbove = 1 });
            return db.SaveChangesAsync();
        });

        var page = await (await own.Citizen.Get("/phan-anh/theo-doi")).Read();

        Assert.Contains("đã được báo lên cấp trên", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa nêu lý do", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_is_read_with_its_reason_and_both_days()
    {
        var page = await Tracked(daysAgo: 10, feedback => feedback.ExtendDeadline(5, "Chờ kết quả đo đạc.", Officer, feedback.ReceivedAt.AddDays(2), portal.Site.Calendar));

        Assert.Contains("(đã gia hạn)", page.QuerySelector(".kv")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chờ kết quả đo đạc.", page.QuerySelector(".tl")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".notice-box.warn"));
    }

    [Fact]
    public async Task A_clock_that_waits_for_the_citizen_is_not_late()
    {
        var page = await Tracked(daysAgo: 40, feedback => feedback.Ask("Nhà số mấy?", Officer, feedback.ReceivedAt.AddDays(1)));

        Assert.Contains("đang tạm dừng chờ bạn bổ sung", page.QuerySelector(".kv")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".notice-box.warn"));
        Assert.Null(page.QuerySelector(".pill.bad"));
    }

    [Fact]
    public async Task An_answer_that_came_late_stays_late()
    {
        var page = await Tracked(daysAgo: 40, feedback => feedback.Answer("Đã làm xong.", Officer, feedback.ReceivedAt.AddDays(30), Given.Terms().Calendar));

        Assert.Contains("Trả lời muộn", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_told_late_that_it_was_not_accepted_says_so()
    {
        var page = await Tracked(daysAgo: 40, feedback => feedback.Decline("Không thuộc phạm vi.", Officer, feedback.ReceivedAt.AddDays(30), Given.Terms().Calendar));

        Assert.Contains("Báo không tiếp nhận muộn", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IDocument> Tracked(int daysAgo, Action<Feedback> verb)
    {
        var own = await portal.OpenedCase(verb, daysAgo);
        return await (await own.Citizen.Get("/phan-anh/theo-doi")).Read();
    }
}
