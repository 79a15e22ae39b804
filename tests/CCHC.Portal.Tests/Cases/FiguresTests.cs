using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>What was promised and kept is counted in one place, and every number is the length of a list.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private static readonly Guid By = Guid.CreateVersion7(), Head = Guid.CreateVersion7();
    private TestPortal portal = null!;
    private SiteMap site = null!;

    private static readonly FigurePeriod November = new(2026, FigureSpan.Month, 11);

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        portal.Clock.SetUtcNow(VietnamTime.At(new DateOnly(2026, 11, 30), new TimeOnly(9, 0)));
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Each_case_is_in_one_column_and_the_columns_add_up()
    {
        await Add(2, feedback => feedback.Answer("Xong.", By, feedback.ReceivedAt.AddDays(3), site.Calendar));
        await Add(2, feedback => feedback.Answer("Muộn.", By, feedback.ReceivedAt.AddDays(20), site.Calendar));
        await Add(2);
        await Add(25);
        await Add(25, feedback => feedback.Withdraw("", feedback.ReceivedAt.AddDays(1), site.Calendar));
        await Add(25, kind: FeedbackKind.Praise);
        await Add(25, kind: FeedbackKind.Spam);
        await Add(25, kind: FeedbackKind.AdministrativeComplaint);

        var line = (await November_figures()).Line(Unit("KT"));

        Assert.Equal((6, 1, 2, 1, 1, 1), (line.Received, line.OnTime, line.Late, line.Running, line.WithoutDay, line.Withdrawn));
        Assert.Equal(33, line.OnTimeShare);
    }

    [Fact]
    public async Task The_median_leaves_out_the_days_a_clock_stood_still_for_the_citizen()
    {
        await Add(2, feedback => feedback.Answer("Xong.", By, At(6), site.Calendar));                                        // 4 days
        await Add(2, feedback =>
        {
            feedback.Ask("Số nào?", By, At(3));
            feedback.Add("Số 3.", At(10), site.Calendar);
            feedback.Answer("Xong.", By, At(12), site.Calendar);                                                            // 8 days, 5 of them still
        });

        var line = (await November_figures()).Line(Unit("KT"));

        Assert.Equal((2, 3.5), (line.Answered, line.MedianDays));
    }

    [Fact]
    public async Task An_answer_within_the_extended_day_is_in_time_and_the_reason_is_counted()
    {
        await Add(2, feedback => feedback.Answer("Xong.", By, At(19), site.Calendar), extend: 5);

        var line = (await November_figures()).Line(Unit("KT"));

        Assert.Equal((1, 0), (line.OnTime, line.Late));
        Assert.Equal(1, line.Extensions[ExtensionGround.Weather]);
    }

    [Fact]
    public async Task A_second_promise_missed_makes_the_case_late_though_the_first_was_kept()
    {
        await Add(2, feedback =>
        {
            feedback.Answer("Xong.", By, At(3), site.Calendar);
            feedback.AskAgain("Chưa xong", Unit("KT"), At(4), Given.Terms(site));
            feedback.Answer("Xong thật.", By, At(27), site.Calendar);
        });

        var line = (await November_figures()).Line(Unit("KT"));

        Assert.Equal((0, 1), (line.OnTime, line.Late));
    }

    [Fact]
    public async Task A_quarter_is_the_sum_of_its_months_and_a_unit_without_cases_has_a_line_of_zeros()
    {
        await Add(2);
        await Add(25);

        var quarter = await Figures_of(FigurePeriod.QuarterOf(new DateOnly(2026, 11, 1)));

        Assert.Equal(2, quarter.Total.Received);
        Assert.Equal(0, quarter.Line(Unit("VP")).Received);
        Assert.Equal(0, (await Figures_of(November.Before)).Total.Received);
    }

    [Theory]
    [InlineData("2026-11", "tháng 11/2026")]
    [InlineData("2026-q4", "quý 4/2026")]
    [InlineData("2026", "năm 2026")]
    public void A_period_is_read_as_it_is_written(string key, string words)
    {
        var period = FigurePeriod.Read(key)!.Value;

        Assert.Equal((key, words), (period.Key, period.Words));
        Assert.Equal(period.End, period.Months().Last().End);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-q5")]
    [InlineData("2026-1")]
    [InlineData("99999-01")]
    [InlineData("2026-11-02")]
    public void What_is_no_period_is_none(string? key) => Assert.Null(FigurePeriod.Read(key));

    private Task<FigureTable> November_figures() => Figures_of(November);

    private Task<FigureTable> Figures_of(FigurePeriod period) =>
        portal.Inside(site, (scope, db) => scope.GetRequiredService<Figures>().Of(site, db.Feedback, period, CancellationToken.None));

    private Guid Unit(string code) => site.UnitByCode(code)!.Id;

    private static DateTimeOffset At(int day) => VietnamTime.At(new DateOnly(2026, 11, day), new TimeOnly(9, 0));

    private Task Add(int day, Action<Feedback>? verb = null, FeedbackKind kind = FeedbackKind.Report, int extend = 0) => portal.Inside(site, (scope, db) =>
    {
        var feedback = new Feedback { ReferenceCode = Guid.CreateVersion7().ToString("n")[^12..], SecretHash = [1], IdempotencyKey = Guid.CreateVersion7().ToString("n"), Message = "Đèn hỏng.", ReceivedAt = At(day) };
        feedback.Receive(kind, FeedbackField.Land, Unit("KT"), scope.GetRequiredService<Deadlines>().For(site, kind, feedback.ReceivedAt));
        feedback.StartClocks(Given.Terms(site));
        if (extend > 0)
        {
            var extension = Extension.Ask(feedback, extend, "Biển động, không có phà.", By, At(day + 1), ExtensionGround.Weather);
            extension.Grant(feedback, Head, At(day + 1), site.Calendar);
            db.Add(extension);
        }
        verb?.Invoke(feedback);
        db.Add(feedback);
        return db.SaveChangesAsync();
    });
}
