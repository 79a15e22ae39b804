using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>The figures as the public may read them: those of the dashboards, with small counts hidden.</summary>
public sealed class PromiseBoard(PortalDb db, Figures figures)
{
    // The columns that add up to what was received; the rest of a line is not a part of that sum.
    private static readonly Func<FigureLine, int>[] Parts = [line => line.OnTime, line => line.Late, line => line.Running, line => line.WithoutDay, line => line.Withdrawn];

    public async Task<BoardTable> Of(SiteMap site, FigurePeriod period, CancellationToken stop)
    {
        var months = new List<bool[,]>();
        var units = UnitsOf(site);
        if (period.Span != FigureSpan.Month)
        {
            // A longer period less its months would tell a month's hidden number: what just one of them hides, the sum hides too.
            foreach (var month in period.Months())
            {
                months.Add(SmallCounts.Hide(Cells(await figures.Of(site, db.Feedback, month, stop), units)));
            }
        }
        var table = await figures.Of(site, db.Feedback, period, stop);
        var hidden = SmallCounts.Hide(Cells(table, units), (row, column) => months.Count(month => month[row, column]) == 1);
        var lines = units.Select((unit, row) => BoardLine.Of(unit, table.Line(unit), column => hidden[row, column])).Where(line => line.Received != 0).ToList();
        return new BoardTable(period, lines, BoardLine.Of(null, table.Total, column => hidden[units.Count, column]));
    }

    // The queue of what has no unit yet is a line too, or the sums would not come out.
    private static List<Guid?> UnitsOf(SiteMap site) => [.. site.Units.OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => (Guid?)unit.Id), null];

    private static int[,] Cells(FigureTable table, List<Guid?> units)
    {
        var cells = new int[units.Count + 1, Parts.Length + 1];
        for (var row = 0; row <= units.Count; row++)
        {
            var line = row < units.Count ? table.Line(units[row]) : table.Total;
            for (var column = 0; column < Parts.Length; column++)
            {
                cells[row, column] = Parts[column](line);
            }
            cells[row, Parts.Length] = line.Received;
        }
        return cells;
    }
}

/// <summary>A period of the promise board.</summary>
public sealed record BoardTable(FigurePeriod Period, IReadOnlyList<BoardLine> Lines, BoardLine Total);

/// <summary>One unit on the promise board; null stands for a number that is not published.</summary>
public sealed record BoardLine(Guid? UnitId, int? Received, int? OnTime, int? Late, int? Running, int? WithoutDay, int? Withdrawn, double? MedianDays, double? Rating, IReadOnlyDictionary<ExtensionGround, int?> Extensions)
{
    /// <summary>In whole per cent, where both numbers behind it are published.</summary>
    public int? OnTimeShare => OnTime + Late is { } due and > 0 ? (int)Math.Round(100.0 * OnTime!.Value / due) : null;

    public static BoardLine Of(Guid? unit, FigureLine line, Func<int, bool> hidden)
    {
        int? Shown(int value, int column) => hidden(column) ? null : value;
        return new BoardLine(unit, Shown(line.Received, 5), Shown(line.OnTime, 0), Shown(line.Late, 1), Shown(line.Running, 2), Shown(line.WithoutDay, 3), Shown(line.Withdrawn, 4),
            line.Answered < SmallCounts.Least || hidden(5) ? null : line.MedianDays,
            line.Ratings < SmallCounts.Least || hidden(5) ? null : line.Rating,
            line.Extensions.OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value < SmallCounts.Least || hidden(5) ? (int?)null : pair.Value));
    }
}
