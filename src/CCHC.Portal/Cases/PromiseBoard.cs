using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>The figures as the public may read them: those of the dashboards, with small counts hidden.</summary>
public sealed class PromiseBoard(PortalDb db, Figures figures)
{
    // The columns that add up to what was received; the rest of a line is not a part of that sum.
    private static readonly Func<FigureLine, int>[] Parts = [line => line.OnTime, line => line.Late, line => line.Running, line => line.WithoutDay, line => line.Withdrawn];

    // Extensions by their ground; how many there were together is not published, but counts as if it were.
    private static readonly Func<FigureLine, int>[] Extended = [.. Enum.GetValues<ExtensionGround>().Select(ground => (Func<FigureLine, int>)(line => line.Extensions.GetValueOrDefault(ground)))];

    public async Task<BoardTable> Of(SiteMap site, FigurePeriod period, CancellationToken stop)
    {
        var units = UnitsOf(site);
        var cases = await figures.Cases(site, db.Feedback, period.First, period.End, stop);
        var table = FigureTable.Of(period, cases);
        // A longer period less its months would tell a month's hidden number: all of them are looked at together.
        var months = period.Months().Select(month => FigureTable.Of(month, [.. cases.Where(one => one.ReceivedOn >= month.First && one.ReceivedOn < month.End)])).ToList();
        var hidden = PeriodCounts.Hide(months.ConvertAll(month => Cells(month, units, Parts, line => line.Received)));
        var grounds = PeriodCounts.Hide(months.ConvertAll(month => Cells(month, units, Extended, line => line.Extensions.Values.Sum())));
        BoardLine Shown(Guid? unit, FigureLine line, int row) => BoardLine.Of(unit, line, column => hidden[row, column], ground => grounds[row, ground]);
        var lines = units.Select((unit, row) => Shown(unit, table.Line(unit), row)).Where(line => line.Received != 0).ToList();
        return new BoardTable(period, lines, Shown(null, table.Total, units.Count));
    }

    // The queue of what has no unit yet is a line too, or the sums would not come out.
    private static List<Guid?> UnitsOf(SiteMap site) => [.. site.Units.OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => (Guid?)unit.Id), null];

    private static int[,] Cells(FigureTable table, List<Guid?> units, IReadOnlyList<Func<FigureLine, int>> parts, Func<FigureLine, int> sum)
    {
        var cells = new int[units.Count + 1, parts.Count + 1];
        for (var row = 0; row <= units.Count; row++)
        {
            var line = row < units.Count ? table.Line(units[row]) : table.Total;
            for (var column = 0; column < parts.Count; column++)
            {
                cells[row, column] = parts[column](line);
            }
            cells[row, parts.Count] = sum(line);
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

    public static BoardLine Of(Guid? unit, FigureLine line, Func<int, bool> hidden, Func<int, bool> hiddenGround)
    {
        int? Shown(int value, int column) => hidden(column) ? null : value;
        return new BoardLine(unit, Shown(line.Received, 5), Shown(line.OnTime, 0), Shown(line.Late, 1), Shown(line.Running, 2), Shown(line.WithoutDay, 3), Shown(line.Withdrawn, 4),
            line.Answered < SmallCounts.Least || hidden(5) ? null : line.MedianDays,
            line.Ratings < SmallCounts.Least || hidden(5) ? null : line.Rating,
            Enum.GetValues<ExtensionGround>().Select((ground, index) => (ground, value: hiddenGround(index) || (hidden(5) && line.Extensions.ContainsKey(ground)) ? null : (int?)line.Extensions.GetValueOrDefault(ground)))
                .Where(pair => pair.value != 0).ToDictionary(pair => pair.ground, pair => pair.value));
    }
}
