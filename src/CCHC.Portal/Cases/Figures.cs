using System.Runtime.CompilerServices;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Counts what was received, promised and kept. The one place where it is counted: the public board and the dashboards of the desk both ask here.</summary>
public sealed class Figures(PortalDb db, TimeProvider clock)
{
    /// <summary>The lines of a period, one a unit, and their sum. The cases are those the asker may count.</summary>
    public async Task<FigureTable> Of(SiteMap site, IQueryable<Feedback> cases, FigurePeriod period, CancellationToken stop) =>
        FigureTable.Of(period, await Cases(site, cases, period.First, period.End, stop));

    /// <summary>The cases received from a day until before another, as the figures count them: what stands behind each number.</summary>
    public async Task<IReadOnlyList<FigureCase>> Cases(SiteMap site, IQueryable<Feedback> cases, DateOnly first, DateOnly end, CancellationToken stop)
    {
        var all = new List<FigureCase>();
        await foreach (var one in Each(site, cases, first, end).WithCancellation(stop))
        {
            all.Add(one);
        }
        return all;
    }

    /// <summary>The same one after the other, oldest first, for what must not be held as a whole.</summary>
    public async IAsyncEnumerable<FigureCase> Each(SiteMap site, IQueryable<Feedback> cases, DateOnly first, DateOnly end, [EnumeratorCancellation] CancellationToken stop = default)
    {
        // Month by month: no more than a month's clocks are in memory at a time.
        for (var month = first; month < end; month = month.AddMonths(1))
        {
            var next = month.AddMonths(1);
            foreach (var one in await Between(site, cases, month, next < end ? next : end, stop))
            {
                yield return one;
            }
        }
    }

    private async Task<IEnumerable<FigureCase>> Between(SiteMap site, IQueryable<Feedback> cases, DateOnly first, DateOnly end, CancellationToken stop)
    {
        var (from, until) = (VietnamTime.At(first, default), VietnamTime.At(end, default));
        var (extensions, reopenings, ratings) = (db.Extensions, db.ReopenRequests, db.SatisfactionRatings);
        var rows = await cases.AsNoTracking().Counted().Where(one => one.ReceivedAt >= from && one.ReceivedAt < until).OrderBy(one => one.ReceivedAt).ThenBy(one => one.Id)
            .Select(one => new
            {
                one.Id,
                one.ReferenceCode,
                one.UnitId,
                one.Kind,
                one.Field,
                one.ReceivedAt,
                one.State,
                one.Channel,
                one.DueAt,
                one.PausedOn,
                Clocks = one.Clocks.Where(promise => promise.Kind == ClockKind.Answer || promise.Kind == ClockKind.Extended).ToList(),
                Grounds = extensions.Where(extension => extension.FeedbackId == one.Id && extension.State == ExtensionState.Granted).Select(extension => extension.Ground).ToList(),
                AskedAgain = reopenings.Any(again => again.FeedbackId == one.Id),
                Rating = ratings.Where(rating => rating.FeedbackId == one.Id).Select(rating => (int?)rating.Score).FirstOrDefault(),
            }).AsSplitQuery().ToListAsync(stop);
        var today = VietnamTime.Day(clock.GetUtcNow());
        return rows.Select(row => new FigureCase(
            row.Id, row.UnitId, row.Kind, row.Field, VietnamTime.Day(row.ReceivedAt),
            FigureCase.OutcomeOf(row.State, row.Clocks, today),
            row.State == FeedbackState.Answered || row.AskedAgain ? FigureCase.AnswerDaysOf(row.Clocks, site.Calendar) : null,
            row.AskedAgain, row.Grounds, row.Rating)
        {
            Code = row.ReferenceCode,
            State = row.State,
            Channel = row.Channel,
            IsOverdue = row.State is FeedbackState.InTriage or FeedbackState.Assigned or FeedbackState.Waiting && row.DueAt < (row.PausedOn ?? today),
        });
    }
}

/// <summary>The figures of a period: a line for each unit that has any, and the sum of all.</summary>
public sealed record FigureTable(FigurePeriod Period, IReadOnlyList<FigureLine> Lines, FigureLine Total)
{
    public static FigureTable Of(FigurePeriod period, IReadOnlyCollection<FigureCase> cases) => new(
        period, [.. cases.GroupBy(one => one.UnitId).Select(unit => FigureLine.Of(unit.Key, [.. unit]))], FigureLine.Of(null, cases));

    public FigureLine Line(Guid? unit) => Lines.FirstOrDefault(line => line.UnitId == unit) ?? FigureLine.Of(unit, []);
}
