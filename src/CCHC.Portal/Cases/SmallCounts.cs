namespace CCHC.Portal.Cases;

/// <summary>
/// Hides what could tell of single people from figures that are published: counts of one to four, and as many others as it
/// takes that no hidden one can be worked out from sums. A number that is shown is always the true one.
/// </summary>
public static class SmallCounts
{
    /// <summary>Counts below this are not published.</summary>
    public const int Least = 5;

    /// <summary>Hidden numbers whose sum is known must be at least this together, or the sum would tell them.</summary>
    private const int LeastTogether = 2 * Least;

    /// <summary>
    /// Which cells to hide of a table whose last row is the sum of the rows above it and whose last column is the sum of the
    /// columns before it. <paramref name="forced"/> are hidden whatever they say.
    /// </summary>
    public static bool[,] Hide(int[,] cells, Func<int, int, bool>? forced = null)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var hidden = new bool[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                hidden[row, column] = cells[row, column] is > 0 and < Least || (cells[row, column] > 0 && forced?.Invoke(row, column) == true);
            }
        }
        while (Weakest(cells, hidden) is { } next)
        {
            hidden[next.Row, next.Column] = true;
        }
        return hidden;
    }

    // The next cell to hide: in a line (a row or a column with its sum) where what is hidden could be worked out, the smallest number still shown.
    private static (int Row, int Column)? Weakest(int[,] cells, bool[,] hidden)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (hidden[row, column] && (More(Row(row), cells, hidden) ?? More(Column(column), cells, hidden) ?? Bridge(cells, hidden, row, column)) is { } next)
                {
                    return next;
                }
            }
        }
        return null;

        List<(int, int)> Row(int row) => [.. Enumerable.Range(0, columns).Select(column => (row, column))];
        List<(int, int)> Column(int column) => [.. Enumerable.Range(0, rows).Select(row => (row, column))];
    }

    // One hidden number alone in a line is the difference of the others; few small ones are nearly so while their sum is shown.
    private static (int Row, int Column)? More(List<(int Row, int Column)> line, int[,] cells, bool[,] hidden)
    {
        var (parts, sum) = (line[..^1].Where(cell => hidden[cell.Row, cell.Column]).ToList(), line[^1]);
        var count = parts.Count + (hidden[sum.Row, sum.Column] ? 1 : 0);
        var open = !hidden[sum.Row, sum.Column] && parts.Count > 0 && parts.Sum(cell => cells[cell.Row, cell.Column]) < LeastTogether;
        return count == 1 || open ? Next(line, cells, hidden) : null;
    }

    private static (int Row, int Column)? Next(List<(int Row, int Column)> line, int[,] cells, bool[,] hidden) =>
        line.Where(cell => !hidden[cell.Row, cell.Column] && cells[cell.Row, cell.Column] > 0)
            .OrderBy(cell => cell == line[^1]).ThenBy(cell => cells[cell.Row, cell.Column]).Select(cell => ((int, int)?)cell).FirstOrDefault();

    // Rows and columns are joined where a number is hidden; one that lies on no ring of such joints has one possible value only.
    // A ring is closed by one more number between its two sides: a count before a sum, a small one before a large one, a zero at last.
    private static (int Row, int Column)? Bridge(int[,] cells, bool[,] hidden, int row, int column)
    {
        var (rows, columns) = (hidden.GetLength(0), hidden.GetLength(1));
        var here = Joined(hidden, row, (row, column));
        if (here.Contains(rows + column))
        {
            return null;
        }
        var there = Joined(hidden, rows + column, (row, column));
        return (from r in Enumerable.Range(0, rows)
                from c in Enumerable.Range(0, columns)
                where !hidden[r, c] && ((here.Contains(r) && there.Contains(rows + c)) || (there.Contains(r) && here.Contains(rows + c)))
                orderby cells[r, c] == 0, r == rows - 1 || c == columns - 1, cells[r, c]
                select ((int, int)?)(r, c)).FirstOrDefault();
    }

    // The rows and columns that hidden numbers join with this one, without the one left out. Columns are counted on after the rows.
    private static HashSet<int> Joined(bool[,] hidden, int start, (int Row, int Column) without)
    {
        var (rows, columns) = (hidden.GetLength(0), hidden.GetLength(1));
        var seen = new HashSet<int> { start };
        var ahead = new Queue<int>([start]);
        while (ahead.TryDequeue(out var node))
        {
            var next = node < rows
                ? Enumerable.Range(0, columns).Where(other => hidden[node, other] && (node, other) != without).Select(other => rows + other)
                : Enumerable.Range(0, rows).Where(other => hidden[other, node - rows] && (other, node - rows) != without);
            foreach (var one in next.Where(seen.Add).ToList())
            {
                ahead.Enqueue(one);
            }
        }
        return seen;
    }
}
