namespace CCHC.Portal.Cases;

/// <summary>
/// Decides what of a quarter or a year is hidden, given what its months show: the tables of all of them are one system of
/// sums, and no sum of it is shown that would tell a number which a month hides.
/// </summary>
public static class PeriodCounts
{
    private const int MonthsOfQuarter = 3;

    /// <summary>What to hide of the table of a period that is made of these months: one, three, or twelve.</summary>
    public static bool[,] Hide(IReadOnlyList<int[,]> months)
    {
        var hidden = months.Select(month => SmallCounts.Hide(month)).ToList();
        if (months.Count == 1)
        {
            return hidden[0];
        }
        var quarters = months.Count == MonthsOfQuarter ? [] : Enumerable.Range(0, months.Count / MonthsOfQuarter)
            .Select(quarter => Longer(months, hidden, [], quarter * MonthsOfQuarter, MonthsOfQuarter)).ToList();
        return Longer(months, hidden, quarters, 0, months.Count);
    }

    private static bool[,] Longer(IReadOnlyList<int[,]> months, List<bool[,]> hidden, List<bool[,]> quarters, int first, int count)
    {
        var cells = Sum(months.Skip(first).Take(count));
        var alone = SmallCounts.Hide(cells, (row, column) => TellsTheirSum(months, hidden, quarters, first, count, row, column));
        var sums = new HiddenSums(Enumerable.Range(first, count).SelectMany(month => All(cells).Where(cell => hidden[month][cell.Row, cell.Column]).Select(cell => (month, cell.Row, cell.Column))));
        for (var month = first; month < first + count; month++)
        {
            sums.Know(Lines(hidden[month], month));
        }
        foreach (var (quarter, index) in quarters.Select((quarter, index) => (quarter, index)))
        {
            sums.Know(All(cells).Where(cell => !quarter[cell.Row, cell.Column]).Select(cell => Parts(hidden, index * MonthsOfQuarter, MonthsOfQuarter, cell.Row, cell.Column)));
        }
        // What must stay unknown: each number hidden in a month, and small sums of them.
        sums.Guard(Enumerable.Range(first, count).SelectMany(month => All(cells).Where(cell => hidden[month][cell.Row, cell.Column]).Select(cell => (IReadOnlyList<(int, int, int)>)[(month, cell.Row, cell.Column)])));
        sums.Guard(All(cells).Where(cell => cells[cell.Row, cell.Column] is > 0 and < SmallCounts.Least).Select(cell => Parts(hidden, first, count, cell.Row, cell.Column)));
        for (var quarter = 0; quarter < quarters.Count; quarter++)
        {
            var (start, sum) = (quarter * MonthsOfQuarter, Sum(months.Skip(quarter * MonthsOfQuarter).Take(MonthsOfQuarter)));
            sums.Guard(All(sum).Where(cell => sum[cell.Row, cell.Column] is > 0 and < SmallCounts.Least).Select(cell => Parts(hidden, start, MonthsOfQuarter, cell.Row, cell.Column)));
        }
        foreach (var (row, column) in All(cells).Where(cell => !alone[cell.Row, cell.Column]).OrderByDescending(cell => cells[cell.Row, cell.Column]))
        {
            alone[row, column] = !sums.MayKnow(Parts(hidden, first, count, row, column));
        }
        return alone;
    }

    // The sum less what is shown is the sum of what is hidden: alone, small, or all of them at their largest, it would tell them.
    private static bool TellsTheirSum(IReadOnlyList<int[,]> months, List<bool[,]> hidden, List<bool[,]> quarters, int first, int count, int row, int column)
    {
        var parts = Enumerable.Range(first, count).Where(month => hidden[month][row, column] && !(quarters.Count > 0 && !quarters[month / MonthsOfQuarter][row, column])).ToList();
        var values = parts.ConvertAll(month => months[month][row, column]);
        return parts.Count > 0 && (parts.Count == 1 || values.Sum() < 2 * SmallCounts.Least || values.TrueForAll(value => value == SmallCounts.Least - 1)
            || (quarters.Count > 0 && parts.Select(month => month / MonthsOfQuarter).Distinct().Count() == 1));
    }

    private static IReadOnlyList<(int Month, int Row, int Column)> Parts(List<bool[,]> hidden, int first, int count, int row, int column) =>
        [.. Enumerable.Range(first, count).Where(month => hidden[month][row, column]).Select(month => (month, row, column))];

    // Each row and each column of a month with its sum.
    private static IEnumerable<IReadOnlyList<(int Month, int Row, int Column)>> Lines(bool[,] hidden, int month) =>
        All(hidden).GroupBy(cell => (true, cell.Row)).Concat(All(hidden).GroupBy(cell => (false, cell.Column)))
            .Select(line => (IReadOnlyList<(int, int, int)>)[.. line.Where(cell => hidden[cell.Row, cell.Column]).Select(cell => (month, cell.Row, cell.Column))]);

    private static int[,] Sum(IEnumerable<int[,]> months) => months.Aggregate((all, one) =>
    {
        var sum = (int[,])all.Clone();
        foreach (var (row, column) in All(sum))
        {
            sum[row, column] += one[row, column];
        }
        return sum;
    });

    private static IEnumerable<(int Row, int Column)> All(Array cells) =>
        from row in Enumerable.Range(0, cells.GetLength(0))
        from column in Enumerable.Range(0, cells.GetLength(1))
        select (row, column);
}
