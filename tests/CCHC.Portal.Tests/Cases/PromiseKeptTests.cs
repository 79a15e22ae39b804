using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

/// <summary>When a promise was missed: compared with a calendar leafed through day by day.</summary>
public sealed class PromiseKeptTests
{
    private static readonly Guid Officer = Guid.CreateVersion7(), Head = Guid.CreateVersion7(), Outside = Guid.CreateVersion7();
    private static readonly SiteMap Site = Given.SiteMap(days: [.. Enumerable.Range(16, 5).Select(day => new CalendarDay { Date = new DateOnly(2026, 2, day), Kind = CalendarDayKind.Holiday, Name = "Tết" })]);
    private static readonly Terms Terms = Given.Terms(Site);

    [Fact]
    public void An_answer_given_while_waiting_for_the_citizen_is_in_time()
    {
        var feedback = Received("2026-03-02");
        feedback.Ask("Số nhà?", Officer, At("2026-03-04"));
        feedback.Answer("Đã tự tìm được.", Officer, At("2026-03-25"), Terms.Calendar);   // 15 working days of waiting

        Assert.Equal(FigureOutcome.OnTime, Outcome(feedback));
        Assert.Equal(new DateOnly(2026, 4, 6), feedback.DueAt);   // eight days were left
    }

    [Fact]
    public void Who_asks_on_the_last_day_has_the_day_the_answer_comes()
    {
        var feedback = Received("2026-03-02");
        feedback.Ask("Số nhà?", Officer, At("2026-03-16"));
        feedback.Add("Số 12.", At("2026-03-18"), Terms.Calendar);
        Assert.Equal(new DateOnly(2026, 3, 18), feedback.DueAt);
    }

    // Due on Friday 13/02/2026, then Tết; §9: the period ends at 24:00 of its last day (BLDS Đ148).
    [Theory]
    [InlineData("2026-02-13", FigureOutcome.OnTime, 0)]
    [InlineData("2026-02-14", FigureOutcome.Late, 1)]
    [InlineData("2026-02-22", FigureOutcome.Late, 1)]
    [InlineData("2026-02-24", FigureOutcome.Late, 2)]
    public void An_answer_after_the_last_day_is_late_though_no_working_day_lay_between(string answered, FigureOutcome outcome, int late)
    {
        var feedback = Received("2026-01-30");
        Assert.Equal(new DateOnly(2026, 2, 13), feedback.DueAt);

        Assert.Equal(late > 0 ? FigureOutcome.Late : FigureOutcome.Running, FigureCase.OutcomeOf(feedback.State, feedback.Clocks, DateOnly.Parse(answered)));
        feedback.Answer("Xong.", Officer, At(answered), Terms.Calendar);

        Assert.Equal((outcome, late), (Outcome(feedback), feedback.Clocks.Promise()!.LateBy(Terms.Calendar, DateOnly.Parse(answered))));
    }

    [Fact]
    public void A_missed_promise_is_not_extended_whenever_it_was_asked()
    {
        var feedback = Received("2026-03-02");
        var asked = Extension.Ask(feedback, 5, "Chờ đo đạc.", Officer, At("2026-03-10"));

        Assert.Throws<InvalidOperationException>(() => asked.Grant(feedback, Head, At("2026-03-17"), Terms.Calendar));
        Assert.Throws<InvalidOperationException>(() => feedback.AskExtension(5, "Chờ", Officer, At("2026-03-17")));

        feedback.Answer("Xong.", Officer, At("2026-03-18"), Terms.Calendar);
        Assert.Equal(FigureOutcome.Late, Outcome(feedback));
    }

    private static readonly Dictionary<string, Action<Feedback, DateTimeOffset>> Verbs = new()
    {
        ["ask"] = (f, at) => f.Ask("Hỏi", Officer, at),
        ["add"] = (f, at) => f.Add("Thêm", at, Terms.Calendar),
        ["forward"] = (f, at) => f.Forward(Guid.CreateVersion7(), "Lý do", Officer, at, Terms),
        ["hand over"] = (f, at) => f.HandOver(Outside, "Lý do", Officer, at, Terms.Calendar),
        ["come back"] = (f, at) => f.ComeBack("Lý do", Officer, at, Terms),
    };

    [Fact]
    public void A_closed_case_is_late_exactly_when_its_days_had_run_out_before() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 60], Gen.Select(Gen.OneOf(Verbs.Keys.ToArray()), Gen.Int[1, 6000]).List[0, 8], Gen.Int[1, 20000], Gen.Bool).Sample((start, steps, last, declined) =>
        {
            var at = At("2026-01-20").AddMinutes(start);
            var feedback = Received(at);
            foreach (var (verb, minutes) in steps)
            {
                at = at.AddMinutes(minutes);
                try
                {
                    Verbs[verb](feedback, at);
                }
                catch (InvalidOperationException)
                {
                    // Not now: the next one.
                }
            }
            at = at.AddMinutes(last);
            if (!feedback.IsOpen)
            {
                feedback.ComeBack("Trả lại", Officer, at, Terms);
            }
            if (declined)
            {
                feedback.Decline("Không thuộc", Officer, at, Terms.Calendar);
            }
            else
            {
                feedback.Answer("Xong", Officer, at, Terms.Calendar);
            }

            var promise = feedback.Clocks.Promise()!;
            var (ended, beyond) = Leafed(promise, VietnamTime.Day(at));
            Assert.Equal(ended ? FigureOutcome.Late : FigureOutcome.OnTime, Outcome(feedback));
            Assert.Equal(ended ? Math.Max(1, beyond) : 0, promise.LateBy(Terms.Calendar, VietnamTime.Day(at)));
            Assert.Equal((promise.DueAt, promise.Counted(Terms.Calendar)), (feedback.DueAt!.Value, promise.DueAt));
        });

    // Day after day: a working day counts unless the clock stands still; the period is over at the midnight after the last, if the clock runs then.
    private static (bool Ended, int Beyond) Leafed(CaseClock promise, DateOnly closed)
    {
        var (counted, beyond, ended) = (0, 0, false);
        for (var day = Terms.Calendar.FirstDay(promise.StartedAt).AddDays(1); day <= closed; day = day.AddDays(1))
        {
            var still = promise.Pauses.Any(pause => VietnamTime.Day(pause.From) < day && day <= Terms.Calendar.FirstDay(pause.Until!.Value));
            var atMidnight = promise.Pauses.Any(pause => VietnamTime.Day(pause.From) <= day && day < Terms.Calendar.FirstDay(pause.Until!.Value));
            var counts = Terms.Calendar.IsWorkingDay(day) && !still;
            beyond += ended && counts ? 1 : 0;
            counted += counts ? 1 : 0;
            ended |= counted >= promise.Days && !atMidnight && day < closed;
        }
        return (ended, beyond);
    }

    private static FigureOutcome Outcome(Feedback feedback) => FigureCase.OutcomeOf(feedback.State, feedback.Clocks, new DateOnly(2027, 1, 20));

    private static Feedback Received(string day) => Received(At(day));

    private static Feedback Received(DateTimeOffset at)
    {
        var feedback = new Feedback { ReferenceCode = "PA-ACDE-FGHJ", SecretHash = [1], IdempotencyKey = "x", ReceivedAt = at };
        feedback.Receive(FeedbackKind.Report, FeedbackField.Land, Guid.CreateVersion7(), new Deadlines(new CasesSettings()).For(Site, FeedbackKind.Report, at));
        feedback.StartClocks(Terms);
        return feedback;
    }

    private static DateTimeOffset At(string day) => VietnamTime.At(DateOnly.Parse(day), new TimeOnly(10, 0));
}
