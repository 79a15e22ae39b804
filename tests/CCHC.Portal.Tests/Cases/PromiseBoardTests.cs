using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>What the public reads on the promise board is what the heads read on theirs, or nothing.</summary>
public sealed class PromiseBoardTests : IAsyncLifetime
{
    private static readonly FigurePeriod Quarter = new(2026, FigureSpan.Quarter, 4), November = new(2026, FigureSpan.Month, 11);
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        portal.Clock.SetUtcNow(VietnamTime.At(new DateOnly(2026, 12, 31), new TimeOnly(9, 0)));
        await Add("KT", month: 11, inTime: 30, late: 12);
        await Add("VP", month: 11, inTime: 25, late: 2);
        await Add("KT", month: 12, inTime: 9, late: 8);
        await Add("VP", month: 12, inTime: 11, late: 7);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Every_number_shown_is_the_one_of_the_dashboard()
    {
        foreach (var period in new[] { Quarter, November, Quarter with { Span = FigureSpan.Month, Number = 12 } })
        {
            var (board, table) = await Both(period);
            foreach (var line in board.Lines)
            {
                var true_ = table.Line(line.UnitId);
                Assert.Equal(line.Received ?? true_.Received, true_.Received);
                Assert.Equal(line.OnTime ?? true_.OnTime, true_.OnTime);
                Assert.Equal(line.Late ?? true_.Late, true_.Late);
            }
            Assert.Equal(table.Lines.Count, board.Lines.Count);
        }
        var december = (await Both(Quarter with { Span = FigureSpan.Month, Number = 12 })).Board;
        Assert.All(december.Lines, line => Assert.NotNull(line.OnTime));   // and they are not simply all hidden
    }

    [Fact]
    public async Task A_small_count_is_hidden_and_neither_its_line_nor_its_column_gives_it_away()
    {
        var (board, _) = await Both(November);
        var (kt, vp) = (board.Lines.Single(line => line.UnitId == Unit("KT")), board.Lines.Single(line => line.UnitId == Unit("VP")));

        Assert.Null(vp.Late);
        Assert.True(kt.Late is null || board.Total.Late is null);
        Assert.True(vp.OnTime is null || vp.Received is null);
    }

    [Fact]
    public async Task The_quarter_less_its_months_does_not_give_it_away_either()
    {
        var (quarter, _) = await Both(Quarter);
        var (december, _) = await Both(Quarter with { Span = FigureSpan.Month, Number = 12 });

        Assert.NotNull(december.Lines.Single(line => line.UnitId == Unit("VP")).Late);
        Assert.Null(quarter.Lines.Single(line => line.UnitId == Unit("VP")).Late);
    }

    private Task<(BoardTable Board, FigureTable Table)> Both(FigurePeriod period) => portal.Inside(site, async (scope, db) =>
        (await scope.GetRequiredService<PromiseBoard>().Of(site, period, CancellationToken.None), await scope.GetRequiredService<Figures>().Of(site, db.Feedback, period, CancellationToken.None)));

    private Guid Unit(string code) => site.UnitByCode(code)!.Id;

    private Task Add(string unit, int month, int inTime, int late) => portal.Inside(site, (scope, db) =>
    {
        for (var i = 0; i < inTime + late; i++)
        {
            var received = VietnamTime.At(new DateOnly(2026, month, 2), new TimeOnly(9, 0));
            var feedback = new Feedback { ReferenceCode = Guid.CreateVersion7().ToString("n")[^12..], SecretHash = [1], IdempotencyKey = Guid.CreateVersion7().ToString("n"), Message = "Đèn hỏng.", ReceivedAt = received };
            feedback.Receive(FeedbackKind.Report, FeedbackField.Land, Unit(unit), scope.GetRequiredService<Deadlines>().For(site, FeedbackKind.Report, received));
            feedback.StartClocks(Given.Terms(site));
            feedback.Answer("Xong.", Guid.CreateVersion7(), received.AddDays(i < inTime ? 3 : 25), site.Calendar);
            db.Add(feedback);
        }
        return db.SaveChangesAsync();
    });
}
