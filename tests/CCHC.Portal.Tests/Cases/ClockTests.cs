using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

/// <summary>The clocks of a case: what starts, stops and pauses each, and what that does to the day promised.</summary>
public sealed class ClockTests
{
    private static readonly Guid Officer = Guid.CreateVersion7(), Head = Guid.CreateVersion7(), Outside = Guid.CreateVersion7();
    private static readonly SiteMap Site = Given.SiteMap(days: new CalendarDay { Date = new DateOnly(2026, 11, 24), Kind = CalendarDayKind.Holiday, Name = "Ngày Văn hóa" });
    private static readonly Terms Terms = Given.Terms(Site);

    [Fact]
    public void A_routed_case_is_sorted_at_once_and_waits_to_be_taken_in_hand_and_answered()
    {
        var feedback = Wound();

        Assert.False(Clock(feedback, ClockKind.Classify).IsRunning);
        Assert.Equal(new DateOnly(2026, 11, 25), Clock(feedback, ClockKind.Accept).DueAt);
        Assert.Equal((new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 7)), (Clock(feedback, ClockKind.Answer).DueAt, feedback.DueAt!.Value));
    }

    [Fact]
    public void An_unmatched_case_runs_against_the_triage_queues_own_clock()
    {
        var feedback = Wound(inTriage: true);
        Assert.Equal(new DateOnly(2026, 11, 25), Clock(feedback, ClockKind.Classify).DueAt);
        Assert.DoesNotContain(feedback.Clocks, clock => clock.Kind == ClockKind.Accept);

        feedback.Forward(Guid.CreateVersion7(), "Thuộc phòng.", Officer, At("2026-11-23"), Terms);

        Assert.False(Clock(feedback, ClockKind.Classify).IsRunning);
        Assert.Equal(new DateOnly(2026, 11, 26), Clock(feedback, ClockKind.Accept).DueAt);
        Assert.Equal(new DateOnly(2026, 12, 7), feedback.DueAt);   // the citizen's day does not move
    }

    [Fact]
    public void Praise_has_no_clock_that_promises_an_answer()
    {
        var feedback = new Feedback { ReferenceCode = "PA-ACDE-FGHJ", SecretHash = [1], IdempotencyKey = "x", ReceivedAt = Given.Morning };
        feedback.Receive(FeedbackKind.Praise, FeedbackField.OneStop, Guid.CreateVersion7(), null);
        feedback.StartClocks(Terms);

        Assert.Null(feedback.Clocks.Promise());
        Assert.Throws<InvalidOperationException>(() => feedback.AskExtension(2, "Lý do", Officer, Given.Morning));
    }

    [Fact]
    public void Waiting_for_the_citizen_stops_the_clock_and_their_answer_moves_the_day_by_the_working_days_between()
    {
        var feedback = Wound();
        feedback.Take(Officer, At("2026-11-23"));
        feedback.Ask("Số nhà?", Officer, At("2026-11-25"));
        Assert.Equal(new DateOnly(2026, 11, 25), feedback.PausedOn);
        Assert.Equal(PauseReason.WaitingForCitizen, Clock(feedback, ClockKind.Answer).Pausing!.Reason);

        feedback.Add("Số 12.", At("2026-11-30"), Terms.Calendar);   // Thursday, Friday, Monday

        Assert.Equal((null, new DateOnly(2026, 12, 10)), (feedback.PausedOn, feedback.DueAt!.Value));
        Assert.Equal(3, Clock(feedback, ClockKind.Answer).PausedDays(Terms.Calendar, At("2026-12-01")));
    }

    [Fact]
    public void A_case_given_back_by_an_outside_body_goes_on_where_it_stood()
    {
        var feedback = Wound();
        feedback.HandOver(Outside, "Không thuộc thẩm quyền.", Officer, At("2026-11-23"), Terms.Calendar);
        Assert.Equal(PauseReason.Transferred, Clock(feedback, ClockKind.Answer).Pausing!.Reason);

        feedback.ComeBack("Nơi nhận trả lại.", Officer, At("2026-11-26"), Terms);

        Assert.Equal((FeedbackState.Assigned, new DateOnly(2026, 12, 9)), (feedback.State, feedback.DueAt!.Value));
        Assert.Equal(2, feedback.Clocks.Count(clock => clock.Kind == ClockKind.Accept));
    }

    [Fact]
    public void An_extension_is_a_clock_of_its_own_and_the_first_promise_keeps_its_day()
    {
        var feedback = Wound();
        var extension = Extension.Ask(feedback, 5, "Chờ kết quả đo đạc.", Officer, At("2026-12-04"));
        extension.Grant(feedback, Head, At("2026-12-07"), Terms.Calendar);

        Assert.Equal((new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 14)), (feedback.DueAt!.Value, extension.NewDueAt!.Value));
        Assert.Equal((new DateOnly(2026, 12, 7), false), (Clock(feedback, ClockKind.Answer).DueAt, Clock(feedback, ClockKind.Answer).IsRunning));
        var told = feedback.Events.Single(happened => happened.Kind == CaseEventKind.Extended);
        Assert.True(told.IsPublic);
        Assert.Equal("Hạn cũ 07/12/2026, hạn mới 14/12/2026. Lý do: Chờ kết quả đo đạc.", told.Text);
        Assert.False(feedback.Events.Single(happened => happened.Kind == CaseEventKind.ExtensionAsked).IsPublic);
    }

    [Fact]
    public void Nobody_grants_what_they_asked_for_and_nothing_is_decided_twice()
    {
        var feedback = Wound();
        var extension = Extension.Ask(feedback, 5, "Lý do", Officer, At("2026-12-04"));

        Assert.Throws<InvalidOperationException>(() => extension.Grant(feedback, Officer, At("2026-12-04"), Terms.Calendar));
        extension.Refuse(feedback, "Chưa cần.", Head, At("2026-12-04"));
        Assert.Throws<InvalidOperationException>(() => extension.Grant(feedback, Head, At("2026-12-04"), Terms.Calendar));
        Assert.Equal(new DateOnly(2026, 12, 7), feedback.DueAt);
    }

    [Fact]
    public void Another_calendar_moves_what_runs_and_writes_both_days()
    {
        var feedback = Wound();
        var longer = new WorkingCalendar(Site.Profile.Hours, [.. Site.Holidays, new CalendarException(new DateOnly(2026, 11, 27), CalendarDayKind.Holiday, "Nghỉ bão")]);

        Assert.True(feedback.Recount(longer, "Nghỉ bão", Head, At("2026-11-23")));
        Assert.False(feedback.Recount(longer, "Nghỉ bão", Head, At("2026-11-23")));

        Assert.Equal(new DateOnly(2026, 12, 8), feedback.DueAt);
        Assert.Contains("hạn cũ 07/12/2026, hạn mới 08/12/2026", feedback.Events.Single(happened => happened.Kind == CaseEventKind.Rescheduled).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_after_its_day_is_late_for_good()
    {
        var feedback = Wound();
        feedback.Answer("Đã xong.", Officer, At("2026-12-10"), Terms.Calendar);

        Assert.Equal(3, Clock(feedback, ClockKind.Answer).LateBy(Terms.Calendar, new DateOnly(2027, 1, 20)));
        Assert.All(feedback.Clocks, clock => Assert.False(clock.IsRunning));
    }

    private static readonly Dictionary<string, Action<Feedback, DateTimeOffset>> Verbs = new()
    {
        ["forward"] = (f, at) => f.Forward(Guid.CreateVersion7(), "Lý do", Officer, at, Terms),
        ["hand over"] = (f, at) => f.HandOver(Outside, "Lý do", Officer, at, Terms.Calendar),
        ["come back"] = (f, at) => f.ComeBack("Lý do", Officer, at, Terms),
        ["take"] = (f, at) => f.Take(Officer, at),
        ["ask"] = (f, at) => f.Ask("Hỏi", Officer, at),
        ["add"] = (f, at) => f.Add("Thêm", at, Terms.Calendar),
        ["answer"] = (f, at) => f.Answer("Trả lời", Officer, at, Terms.Calendar),
        ["decline"] = (f, at) => f.Decline("Lý do", Officer, at, Terms.Calendar),
        ["extend"] = (f, at) => f.ExtendDeadline(3, "Lý do", Officer, at, Terms.Calendar),
    };

    [Fact]
    public void In_whatever_order_the_verbs_come_the_clocks_tell_the_truth() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.OneOf(Verbs.Keys.ToArray()), Gen.Int[1, 5000]).List[1, 20]).Sample((inTriage, steps) =>
        {
            var (feedback, at) = (Wound(inTriage), Given.Morning);
            foreach (var (verb, minutes) in steps)
            {
                at = at.AddMinutes(minutes);
                var (due, before) = (feedback.DueAt, feedback.State);
                try
                {
                    Verbs[verb](feedback, at);
                }
                catch (InvalidOperationException)
                {
                    Assert.Equal((due, before), (feedback.DueAt, feedback.State));
                }

                var running = feedback.Clocks.Running().ToList();
                Assert.True(feedback.DueAt >= due);   // no verb takes days away
                Assert.Equal(feedback.IsOpen || feedback.State == FeedbackState.Forwarded, running.Exists(clock => clock.IsPromise));
                Assert.True(running.Count(clock => clock.IsPromise) <= 1 && running.Count(clock => !clock.IsPromise) <= 1);
                Assert.All(running, clock => Assert.Equal(clock.Counted(Terms.Calendar), clock.DueAt));
                Assert.Equal(feedback.State is FeedbackState.Waiting or FeedbackState.Forwarded, running.Exists(clock => clock.Pausing is not null));
                Assert.Equal(running.Exists(clock => clock.Pausing is not null), feedback.PausedOn is not null);
                Assert.Equal(feedback.State == FeedbackState.InTriage, running.Exists(clock => clock.Kind == ClockKind.Classify));
            }
        });

    private static Feedback Wound(bool inTriage = false)
    {
        var feedback = Given.Feedback(inTriage: inTriage);
        feedback.StartClocks(Terms);
        return feedback;
    }

    private static CaseClock Clock(Feedback feedback, ClockKind kind) => feedback.Clocks.First(clock => clock.Kind == kind);

    private static DateTimeOffset At(string day) => VietnamTime.At(DateOnly.Parse(day), new TimeOnly(10, 0));
}
